import { Button, FileTrigger, Input, Label, NumberField } from "react-aria-components";
import { useStore } from "zustand";
import { useApp, useSetup } from "../../appContext";
import { Segmented } from "../../controls/Segmented";
import { PLANS } from "./plan";
import { evaluateSetup } from "./setup";
import "../../controls/FieldInput.css";
import "../../controls/FieldStepper.css";
import { counted, say } from "../../../words/say";

/** Endings of the files that puzzles come in. */
const PUZZLE_FILES =
  "text/plain text/csv application/json application/gzip application/zip text/xml .txt .csv .tsv .sdm .sdk .ss .opensudoku .xml .json .jsonl .gz .zip".split(
    " ",
  );

/** Which puzzles, how many of them, and with which settings. */
export function EvaluationSetup() {
  const { evaluation } = useApp();
  const { set, limit } = useStore(evaluation.store);
  const [plan, choosePlan] = useSetup(evaluateSetup);
  const { malformed = [], malformedCount = 0, notes = [] } = set ?? {};
  return (
    <div className="evaluate-setup" data-figure="omit">
      <FileTrigger
        acceptedFileTypes={PUZZLE_FILES}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) void evaluation.takeFile(file);
        }}
      >
        <Button className="button small">{say`Choose a file`}</Button>
      </FileTrigger>
      <Button className="button small" onPress={() => void evaluation.takeSample()}>{say`Sample of 60`}</Button>
      {set && (
        <NumberField
          className="stepper evaluate-limit"
          minValue={1}
          maxValue={set.tasks.length}
          step={1}
          value={limit}
          onChange={(value) => Number.isFinite(value) && evaluation.setLimit(value)}
        >
          <Label className="stepper-label">{say`first`}</Label>
          <Input className="field-input" />
          <span className="stepper-label">{say`of ${counted(set.tasks.length)}`}</span>
        </NumberField>
      )}
      <Segmented label={say`Settings of the evaluation`} options={PLANS} value={plan} onChange={choosePlan} />
      {notes.length > 0 && <p className="fine">{notes.slice(0, 5).join(" ")}</p>}
      {malformed.length > 0 && (
        <details className="fine evaluate-malformed">
          <summary>
            {say`${counted(malformedCount)} ${malformedCount === 1 ? say`place` : say`places`} of the file left out`}
          </summary>
          <ul className="plain-list">
            {malformed.slice(0, 50).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
