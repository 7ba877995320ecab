import { Input, Label, TextArea, TextField } from "react-aria-components";

export interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly numeric?: boolean;
  /** Lines of a field that takes several. */
  readonly rows?: number;
}

/** A field of the form. */
export function Line({ label, value, onChange, numeric = false, rows }: LineProps) {
  return (
    <TextField className="text-field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      {rows ? (
        <TextArea className="text-input plain" rows={rows} />
      ) : (
        <Input className="text-input plain" inputMode={numeric ? "decimal" : undefined} />
      )}
    </TextField>
  );
}
