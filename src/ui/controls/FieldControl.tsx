import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components";
import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { useApp, useSettings } from "../appContext";
import { FieldInput } from "./FieldInput";
import { FieldMeaning } from "./FieldMeaning";
import { FieldSlider } from "./FieldSlider";
import { writeField } from "./fieldScale";
import { IconButton } from "./IconButton";
import { Tip } from "./Tip";
import "./Term.css";
import "./FieldControl.css";
import { fromModel, say } from "../../words/say";

export interface FieldControlProps {
  readonly field: NumericField;
  /** Where the slider ends; the number may go on to the field's own maximum. */
  readonly max?: number;
  readonly slider?: boolean;
  /** A further button beside the number. */
  readonly children?: ReactNode;
}

/** A field of the recipe in full: name, number, slider with its range, way back to the default, and what it means. */
export function FieldControl({ field, max, slider = true, children }: FieldControlProps) {
  const { play } = useApp();
  const value = useSettings((state) => state.fields[field]);
  const id = useId();
  const { symbol, default: standard } = FIELDS[field];
  const label = fromModel(FIELDS[field].label);
  const end = max ?? FIELDS[field].max;
  const set = (to: number): void => play.setField(field, to);
  return (
    <div className="field">
      <div className="field-head">
        <Tip tip={<FieldMeaning field={field} />}>
          <Button className="term field-label">
            {label} <span className="symbol">{symbol}</span>
          </Button>
        </Tip>
        {value !== standard && (
          <IconButton
            icon="reset"
            label={say`${label}: back to ${writeField(field, standard)}`}
            className="button icon-only tiny"
            onPress={() => set(standard)}
          />
        )}
        {children}
        <FieldInput field={field} value={value} onChange={set} label={label} describedBy={`${id}-meaning`} />
      </div>
      {slider && <FieldSlider field={field} value={value} max={end} onChange={set} />}
      <p className="fine" id={`${id}-meaning`}>
        {fromModel(FIELDS[field].meaning)}
      </p>
    </div>
  );
}
