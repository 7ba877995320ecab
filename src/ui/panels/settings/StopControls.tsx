import { FIELDS, HALT_BY, type NumericField } from "../../../model/eqr/recipe";
import { useApp, useSettings } from "../../appContext";
import { FieldControl } from "../../controls/FieldControl";
import { Segmented } from "../../controls/Segmented";
import { Explanation } from "../../controls/Term";
import { GLOSSARY } from "../../glossary";
import { STOP_FIELDS, stopRuleOf } from "../../run/stopRule";
import "../../controls/FieldControl.css";

const STOP_OPTIONS = [
  { value: "all", text: "all", tip: "Stops once every start has halted, or at the depth." },
  { value: "first", text: "first", tip: "Stops with the first start that halts." },
  { value: "some", text: "some", tip: "Stops after n starts have halted." },
  { value: "depth", text: "depth", tip: "Lets no start halt: every one runs to the depth." },
] as const;

const HALT_OPTIONS = [
  { value: "residual", text: "residual", tip: <Explanation entry={GLOSSARY.residual} /> },
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
          <span className="field-label">Stop after n starts have halted</span>
        </div>
        <Segmented
          label="Stop after n starts have halted"
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
              <span className="field-label">{FIELDS.haltBy.label}</span>
            </div>
            <Segmented
              label={FIELDS.haltBy.label}
              options={HALT_OPTIONS}
              value={HALT_BY[fields.haltBy] ?? "residual"}
              onChange={(to) => play.setField("haltBy", HALT_BY.indexOf(to))}
            />
            <p className="fine">{FIELDS.haltBy.meaning}</p>
          </div>
          <FieldControl field="haltRun" />
        </>
      )}
      <FieldControl field="budget" slider={false} />
    </>
  );
}
