import type { DivergenceRequest } from "../../../model/experiments/divergence";
import type { StateRef } from "../../../model/lab/lab";
import { DivergenceChart } from "../../../viz/stability/DivergenceChart";
import { say } from "../../../words/say";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere } from "../../experiments/useOrigin";
import { describeDivergence } from "./words";

const NEIGHBOURS = 2;
/** Of six trajectories that were measured, 64 told the sign of five's exponents not or only just, 128 of three's not, 256 of all. */
const SHORTEST = 256;

export interface DivergenceSectionProps {
  readonly origin: StateRef | null;
  /** Iterations of the run so far. */
  readonly last: number;
}

/** How two nearby states drift apart from the start of the run on, at least as far as it has come. */
export function DivergenceSection({ origin, last }: DivergenceSectionProps) {
  const { state } = useExperiment("divergence");
  const iterations = Math.max(SHORTEST, last);
  // Nudges are not applied in a lab: a nudged trajectory is followed from the cursor on instead.
  const from = origin && origin.recipe.nudges > 0 ? origin.k : 0;
  const request: DivergenceRequest | null = origin && {
    kind: "divergence",
    origin: { ...origin, k: from },
    iterations,
    neighbours: NEIGHBOURS,
  };
  const begun = state.request;
  return (
    <section className="experiment-section" aria-label={say`Divergence of nearby states`}>
      <ExperimentBar
        kind="divergence"
        request={request}
        action={say`Follow`}
        what={say`Two neighbours beside the trajectory for ${iterations} iterations: where do they part, and is it chaos?`}
        sentence={
          state.status === "done" &&
          elsewhere(state.request.origin, origin) + describeDivergence(state.request, state.result)
        }
      />
      <DivergenceChart
        course={shownOf(state)}
        from={begun?.origin.k ?? 0}
        iterations={begun?.iterations ?? iterations}
        empty={say`Follow two nearby states: how far they drift apart is drawn here.`}
      />
    </section>
  );
}
