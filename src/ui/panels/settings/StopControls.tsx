import { FIELDS, HALT_BY, type NumericField } from "../../../model/eqr/recipe/recipe";
import { useApp, useSettings } from "../../appContext";
import { FieldControl } from "../../controls/FieldControl";
import { Segmented } from "../../controls/Segmented";
import { Explanation } from "../../controls/Term";
import { GLOSSARY } from "../../glossary";
import { STOP_FIELDS, stopRuleOf } from "../../run/stopRule";
import "../../controls/FieldControl.css";
import { fromModel, say } from "../../../words/say";

const STOP_OPTIONS = [
  { value: "all", text: say`all`, tip: say`Stops once every start has halted, or at the depth.` },
  { value: "first", text: say`first`, tip: say`Stops with the first start that halts.` },
  { value: "some", text: say`some`, tip: say`Stops after n starts have halted.` },
  { value: "depth", text: say`depth`, tip: say`Lets no start halt: every one runs to the depth.` },
] as const;

const HALT_OPTIONS = [
  { value: "residual", text: say`residual`, tip: <Explanation entry={GLOSSARY.residual} /> },
  { value: "q", text: "q", tip: <Explanation entry={GLOSSARY.q} /> },
] as const;

/** When a start halts, when the run stops, and what it may spend. */
export function StopControls() {
  const { play } = useApp();
  const fields = useSettings((state) => state.fields);
  const rule = stopRuleOf(fields);
  return (
    <>
      <div className="field">
        <div className="field-head">
          <span className="field-label">{say`Stop after n starts have halted`}</span>
        </div>
        <Segmented
          label={say`Stop after n starts have halted`}
          options={STOP_OPTIONS}
          value={rule}
          onChange={(to) => {
            for (const [field, value] of Object.entries(STOP_FIELDS[to])) play.setField(field as NumericField, value);
          }}
        />
        <p className="fine">{STOP_OPTIONS.find(({ value }) => value === rule)?.tip}</p>
      </div>
      {rule === "some" && <FieldControl field="stopCount" max={fields.breadth} />}
      {rule !== "depth" && (
        <>
          <div className="field">
            <div className="field-head">
              <span className="field-label">{fromModel(FIELDS.haltBy.label)}</span>
            </div>
            <Segmented
              label={fromModel(FIELDS.haltBy.label)}
              options={HALT_OPTIONS}
              value={HALT_BY[fields.haltBy] ?? "residual"}
              onChange={(to) => play.setField("haltBy", HALT_BY.indexOf(to))}
            />
            <p className="fine">{fromModel(FIELDS.haltBy.meaning)}</p>
          </div>
          <FieldControl field="haltRun" />
        </>
      )}
      <FieldControl field="budget" slider={false} />
    </>
  );
}
