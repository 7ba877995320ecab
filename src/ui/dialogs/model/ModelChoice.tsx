import { Button, Label, Radio, RadioGroup } from "react-aria-components";
import { useApp, useRun, useSettings } from "../../appContext";
import { modelSentence } from "../../run/modelWords";
import "../../controls/presets.css";
import "./ModelChoice.css";
import { say } from "../../../words/say";

/** Which of the shipped models runs and why; puzzle and settings stay as they are when another is chosen. */
export function ModelChoice() {
  const { starter } = useApp();
  const index = useRun((state) => state.index);
  const running = useRun((state) => state.model);
  const chosen = useSettings((state) => state.chosenModel);
  if (!index || !running) return null;
  const mayReturn = chosen !== "" || running.reason === "link";
  return (
    <div className="model-choice">
      {index.models.length > 1 && (
        <RadioGroup className="presets model-options" value={running.model} onChange={starter.choose}>
          <Label className="field-label">{say`Model`}</Label>
          {index.models.map(({ name, title }) => (
            <Radio key={name} value={name} className="preset">
              {title}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <p className="model-reason">
        {modelSentence(index, running)}{" "}
        {mayReturn && (
          <Button className="button small" onPress={() => starter.choose("")}>{say`Let the page choose`}</Button>
        )}
      </p>
    </div>
  );
}
