import { type KeyboardEvent, useState } from "react";
import { Input } from "react-aria-components";
import type { NumericField } from "../../model/eqr/recipe/recipe";
import { beside, readField, writeField } from "./fieldScale";
import "./FieldInput.css";

export interface FieldInputProps {
  readonly field: NumericField;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string;
}

/** A number to type. Enter or leaving takes it over, Escape takes it back, the arrow keys go to the next round value. */
export function FieldInput({ field, value, onChange, id, label, describedBy }: FieldInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (text: string): void => {
    const read = readField(field, text);
    setDraft(null);
    if (read !== null) onChange(read);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") commit(event.currentTarget.value);
    if (event.key === "Escape") setDraft(null);
    const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setDraft(null);
    onChange(beside(field, value, by));
  };
  return (
    <Input
      id={id}
      className="field-input"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      value={draft ?? writeField(field, value)}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => draft !== null && commit(draft)}
      onKeyDown={onKeyDown}
    />
  );
}
