import type { KeyboardEvent } from "react";
import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { beside, positionOf, SLIDER_STEPS, valueAt, writeField } from "./fieldScale";
import "./FieldSlider.css";
import { fromModel, say } from "../../words/say";

export interface FieldSliderProps {
  readonly field: NumericField;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
};

/** A field as a slider, linear or by factors, with its range under it. */
export function FieldSlider({ field, value, max, onChange }: FieldSliderProps) {
  const { min } = FIELDS[field];
  const label = fromModel(FIELDS[field].label);
  // A thousandth of the way may round to the same value: keys go to the next round one instead.
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    onChange(Math.min(max, beside(field, value, by)));
  };
  return (
    <div className="field-slider">
      <input
        type="range"
        min={0}
        max={SLIDER_STEPS}
        value={positionOf(field, value, max)}
        aria-label={say`${label} slider`}
        aria-valuetext={writeField(field, value)}
        onChange={(event) => onChange(valueAt(field, Number(event.target.value), max))}
        onKeyDown={onKeyDown}
      />
      <div className="field-range" aria-hidden="true">
        <span>{writeField(field, min)}</span>
        <span>{writeField(field, max)}</span>
      </div>
    </div>
  );
}
