import { Button } from "react-aria-components";
import { say } from "../../words/say";
import { useApp, useRun } from "../appContext";
import { Tip } from "../controls/Tip";
import { modelSentence } from "../run/modelWords";
import { cardOf } from "../store/run";

/** Which model runs; opens the models' cards. Nothing before one is there. */
export function ModelButton() {
  const { page } = useApp();
  const card = useRun((state) => cardOf(state.worker));
  if (!card) return null;
  return (
    <Tip tip={<ModelTip />}>
      <Button className="button quiet model-button" onPress={() => page.setState({ dialog: "model" })}>
        {say`${card.title} · ${shortCount(card.parameters)} parameters`}
      </Button>
    </Tip>
  );
}

/** Why this model, and what is behind the button. */
function ModelTip() {
  const index = useRun((state) => state.index);
  const model = useRun((state) => state.model);
  return (
    <>
      {index && model && <p>{modelSentence(index, model)}</p>}
      <p>{say`What the models are, how they were trained and what was measured.`}</p>
    </>
  );
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
}
