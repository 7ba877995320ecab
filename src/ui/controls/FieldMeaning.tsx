import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { fromModel, say } from "../../words/say";
import { writeField } from "./fieldScale";

/** What a field is, its range and its default, for a tooltip. */
export function FieldMeaning({ field }: { readonly field: NumericField }) {
  const { label, symbol, meaning, min, max, default: standard } = FIELDS[field];
  return (
    <>
      <strong>
        {fromModel(label)} {symbol}
      </strong>
      <p>{fromModel(meaning)}</p>
      <p className="unit">
        {say`${writeField(field, min)} to ${writeField(field, max)}, at first ${writeField(field, standard)}.`}
      </p>
    </>
  );
}
