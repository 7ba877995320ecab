import type { StabilityRequest } from "../../../model/experiments/stability";
import { SpectrumPlot } from "../../../viz/stability/SpectrumPlot";
import { say } from "../../../words/say";
import { useRun } from "../../appContext";
import { Term } from "../../controls/Term";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere, nameOf, useOrigin } from "../../experiments/useOrigin";
import { StageHead } from "../../panels/StageHead";
import { extentOf } from "../../run/scene";
import { DivergenceSection } from "./DivergenceSection";
import { describeStability } from "./words";

const PRODUCTS = 60;

/** How fast small differences die out: at the fixed point by eigenvalues, along the way by two nearby states. */
export function Panel() {
  const origin = useOrigin();
  const last = useRun(({ record }) => extentOf(record).end);
  useRun((state) => state.revision);
  const { state } = useExperiment("stability");
  const request: StabilityRequest | null = origin && { kind: "stability", origin, steps: PRODUCTS };
  return (
    <>
      <StageHead
        title={say`Stability, measured`}
        note={<Term name="eigenvalue">{origin ? nameOf(origin) : say`no run yet`}</Term>}
      />
      <div className="experiment-pictures">
        <section className="experiment-section" aria-label={say`Eigenvalues`}>
          <ExperimentBar
            kind="stability"
            request={request}
            action={say`Measure`}
            what={say`Runs the state to its fixed point, then finds the leading eigenvalues there from at most ${PRODUCTS} products with the Jacobian.`}
            sentence={
              state.status === "done" &&
              elsewhere(state.request.origin, origin) + describeStability(state.request, state.result)
            }
          />
          <SpectrumPlot
            eigenvalues={shownOf(state)?.eigenvalues ?? []}
            empty={say`Measure: the eigenvalues are drawn here in the complex plane. Inside the unit circle, differences die out.`}
          />
        </section>
        <DivergenceSection origin={origin} last={last} />
      </div>
    </>
  );
}
