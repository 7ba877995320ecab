import { say } from "../../../words/say";
import { useRun, useSetup } from "../../appContext";
import { Segmented } from "../../controls/Segmented";
import { Term } from "../../controls/Term";
import { nameOf, useOrigin } from "../../experiments/useOrigin";
import { StageHead } from "../../panels/StageHead";
import { extentOf } from "../../run/scene";
import { DivergenceSection } from "../stability/DivergenceSection";
import { LambdaSection } from "./BifurcationSection";
import { SigmaSection } from "./NoiseFloorSection";
import { parametersSetup } from "./setup";

const KNOBS = [
  { value: "lambda", text: "λ", tip: say`The step size: where does a fixed point turn into a 2-cycle?` },
  {
    value: "sigma",
    text: "σ",
    tip: say`The path noise: how high is its floor, and when does the state leave its basin?`,
  },
  { value: "chaos", text: say`chaos?`, tip: say`For starts that never settle: do nearby states drift apart for ever?` },
] as const;

/** What becomes of a settled state as the step size or the noise is turned; of one that never settles, whether it is chaos. */
export function Panel() {
  const origin = useOrigin();
  const last = useRun(({ record }) => extentOf(record).end);
  useRun((state) => state.revision);
  const [knob, setKnob] = useSetup(parametersSetup);
  return (
    <>
      <StageHead
        title={say`Turn λ, turn σ`}
        note={<Term name="bifurcation">{origin ? nameOf(origin) : say`no run yet`}</Term>}
      >
        <Segmented label={say`What is turned`} options={KNOBS} value={knob} onChange={setKnob} />
      </StageHead>
      <div className="experiment-pictures">
        {knob === "lambda" && <LambdaSection origin={origin} />}
        {knob === "sigma" && <SigmaSection origin={origin} />}
        {knob === "chaos" && <DivergenceSection origin={origin} last={last} />}
      </div>
    </>
  );
}
