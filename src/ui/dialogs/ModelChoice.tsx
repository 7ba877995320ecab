import { Label, Radio, RadioGroup } from "react-aria-components";
import { useApp, useRun } from "../appContext";
import "../controls/presets.css";
import "./ModelChoice.css";

/** Which of the shipped models runs; nothing where there is only one. Puzzle and settings stay as they are. */
export function ModelChoice() {
  const { settings } = useApp();
  const models = useRun((state) => state.models);
  const running = useRun((state) => state.model);
  if (models.length < 2) return null;
  return (
    <RadioGroup className="presets model-choice" value={running} onChange={(model) => settings.setState({ model })}>
      <Label className="field-label">Model</Label>
      {models.map(({ name, title }) => (
        <Radio key={name} value={name} className="preset">
          {title}
        </Radio>
      ))}
    </RadioGroup>
  );
}
