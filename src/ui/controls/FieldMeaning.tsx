import { FIELDS, type NumericField } from "../../model/eqr/recipe";
import { writeField } from "./fieldScale";

/** What a field is, its range and its default, for a tooltip. */
export function FieldMeaning({ field }: { readonly field: NumericField }) {
  const { label, symbol, meaning, min, max, default: standard } = FIELDS[field];
  return (
    <>
      <strong>
        {label} {symbol}
      </strong>
      <p>{meaning}</p>
      <p className="unit">
        {writeField(field, min)} to {writeField(field, max)}, at first {writeField(field, standard)}.
      </p>
    </>
  );
}
