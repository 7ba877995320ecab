import { returnsOf } from "../../../model/analysis/radius";
import type { NoiseFloorRequest } from "../../../model/experiments/noiseFloor";
import type { StateRef } from "../../../model/lab/lab";
import { ReturnChart } from "../../../viz/kick/ReturnChart";
import { NoiseFloorChart } from "../../../viz/noiseFloor/NoiseFloorChart";
import { say } from "../../../words/say";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere } from "../../experiments/useOrigin";
import { short } from "../kick/halfwayWords";
import { describeSigma } from "./words";

const SIGMAS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2];
const SETUP = { copies: 6, hold: 48, cool: 64 } as const;

/** The noise floor of the selected state, and the noise that shakes it out of its basin. */
export function SigmaSection({ origin }: { readonly origin: StateRef | null }) {
  const { state } = useExperiment("noiseFloor");
  const request: NoiseFloorRequest | null = origin && { kind: "noiseFloor", origin, sigmas: SIGMAS, ...SETUP };
  const points = shownOf(state)?.points ?? [];
  return (
    <section className="experiment-section" aria-label={say`Noise`}>
      <ExperimentBar
        kind="noiseFloor"
        request={request}
        action={say`Turn σ`}
        what={say`${SETUP.copies} copies of the fixed point under ${SIGMAS.length} strengths of noise, then cooled.`}
        sentence={
          state.status === "done" &&
          elsewhere(state.request.origin, origin) + describeSigma(state.request, state.result)
        }
      />
      <div className="experiment-pictures">
        <NoiseFloorChart
          points={points}
          to={Math.max(...SIGMAS)}
          now={origin?.recipe.sigma ?? 0}
          empty={say`Turn σ: the floor at which the state hovers is drawn here.`}
        />
        <ReturnChart
          returns={returnsOf(
            points.map(({ sigma, stayed, n }) => ({ size: sigma, count: stayed, n })),
            state.status === "done" ? state.result.leaves : null,
          )}
          across={say`path noise σ`}
          title={say`share that comes back`}
          empty={say`And here, how many copies come back once the noise is off.`}
          format={short}
        />
      </div>
    </section>
  );
}
