import type { BifurcationRequest } from "../../../model/experiments/bifurcation";
import type { StateRef } from "../../../model/lab/lab";
import { BifurcationChart } from "../../../viz/bifurcation/BifurcationChart";
import { say } from "../../../words/say";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere } from "../../experiments/useOrigin";
import { describeLambda } from "./words";

const RANGE = { from: 0.3, to: 1.6, points: 53, depth: 160 } as const;

/** The bifurcation diagram of the selected state. */
export function LambdaSection({ origin }: { readonly origin: StateRef | null }) {
  const { state } = useExperiment("bifurcation");
  const request: BifurcationRequest | null = origin && { kind: "bifurcation", origin, ...RANGE };
  const shown = shownOf(state);
  return (
    <section className="experiment-section" aria-label={say`Bifurcation diagram`}>
      <ExperimentBar
        kind="bifurcation"
        request={request}
        action={say`Turn λ`}
        what={say`From the fixed point, pushed a little, to its limit set under ${RANGE.points} step sizes.`}
        sentence={
          state.status === "done" &&
          elsewhere(state.request.origin, origin) + describeLambda(state.request, state.result)
        }
      />
      <BifurcationChart
        diagram={shown && shown.sets.length > 0 ? shown : null}
        from={RANGE.from}
        to={RANGE.to}
        now={state.request?.origin.recipe.lambda ?? origin?.recipe.lambda ?? 0.7}
        doubling={state.status === "done" ? state.result.doubling : null}
        empty={say`Turn λ: what the state comes to under each step size is drawn here, as it is computed.`}
      />
    </section>
  );
}
