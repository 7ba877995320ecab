import { returnsOf } from "../../../model/analysis/radius";
import type { RadiusPerturbation, RadiusRequest } from "../../../model/experiments/basinRadius";
import type { StateRef } from "../../../model/lab/lab";
import { ReturnChart } from "../../../viz/kick/ReturnChart";
import { say } from "../../../words/say";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere } from "../../experiments/useOrigin";
import { short } from "./halfwayWords";
import { describeSweep } from "./radiusWords";

/** From half of the state's length, from which all come home, to where the state itself hardly matters any more. */
const SIZES = [0.5, 1, 2, 4, 8, 16, 32, 64];
/** Sizes that are added where the share changes. */
const REFINE = 6;
const KICKS = 8;
const DEPTH = 96;

export interface RadiusSectionProps {
  readonly origin: StateRef | null;
  /** What the kicks have in common; null where there is nothing to kick with. */
  readonly perturbation: RadiusPerturbation | null;
}

/** How often kicks of growing size come home: the radius of the basin. */
export function RadiusSection({ origin, perturbation }: RadiusSectionProps) {
  const { state } = useExperiment("basinRadius");
  const request: RadiusRequest | null = origin &&
    perturbation && {
      kind: "basinRadius",
      origin,
      perturbation,
      sizes: SIZES,
      kicks: kicksOf(perturbation),
      refine: REFINE,
      depth: DEPTH,
    };
  const shown = shownOf(state);
  const tallies = shown?.tallies.map(({ size, returned, elsewhere: other, lost }) => ({
    size,
    count: returned,
    n: returned + other + lost,
  }));
  return (
    <section className="experiment-section" aria-label={say`Basin radius`}>
      <ExperimentBar
        kind="basinRadius"
        request={request}
        action={say`Sweep`}
        what={perturbation ? whatOf(perturbation) : say`There is nothing to kick with.`}
        sentence={
          state.status === "done" &&
          elsewhere(state.request.origin, origin) + describeSweep(state.request, state.result)
        }
      />
      <ReturnChart
        returns={returnsOf(tallies ?? [], state.status === "done" ? state.result.radius : null)}
        across={say`size of the kick`}
        title={say`share that returns`}
        empty={say`Sweep over sizes: how many kicks come home is drawn here.`}
        format={short}
      />
    </section>
  );
}

function kicksOf(perturbation: RadiusPerturbation): number {
  return perturbation.kind === "towards" ? Math.min(KICKS, perturbation.trajectories.length) : KICKS;
}

function whatOf(perturbation: RadiusPerturbation): string {
  const kicks = kicksOf(perturbation);
  const each = say`at each of ${SIZES.length} sizes and of ${REFINE} more where the share changes, up to ${DEPTH} iterations each.`;
  if (perturbation.kind === "noise") return say`${kicks} kicks with noise ${each}`;
  return kicks === 1
    ? say`One kick towards the other trajectory ${each}`
    : say`Kicks towards ${kicks} other trajectories ${each}`;
}
