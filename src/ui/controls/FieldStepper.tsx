import { Button, Group } from "react-aria-components";
import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { useApp, useSettings } from "../appContext";
import { FieldInput } from "./FieldInput";
import { FieldMeaning } from "./FieldMeaning";
import { beside } from "./fieldScale";
import { Icon } from "./Icon";
import { Tip } from "./Tip";
import "./Term.css";
import "./FieldInput.css";
import "./FieldStepper.css";
import { fromModel, inSentence, say } from "../../words/say";

/** A field that is always at hand: less, the number, more. */
export function FieldStepper({ field }: { readonly field: NumericField }) {
  const { play } = useApp();
  const value = useSettings((state) => state.fields[field]);
  const { min, max } = FIELDS[field];
  const label = fromModel(FIELDS[field].label);
  const set = (to: number): void => play.setField(field, to);
  return (
    <Group className="stepper" aria-label={label}>
      <Tip tip={<FieldMeaning field={field} />}>
        <Button className="term stepper-label">{label}</Button>
      </Tip>
      <div className="stepper-box">
        <Button
          className="stepper-button"
          aria-label={say`Less ${inSentence(label)}`}
          isDisabled={value <= min}
          onPress={() => set(beside(field, value, -1))}
        >
          <Icon name="minus" size={12} />
        </Button>
        <FieldInput field={field} value={value} onChange={set} label={label} />
        <Button
          className="stepper-button"
          aria-label={say`More ${inSentence(label)}`}
          isDisabled={value >= max}
          onPress={() => set(beside(field, value, 1))}
        >
          <Icon name="plus" size={12} />
        </Button>
      </div>
    </Group>
  );
}
