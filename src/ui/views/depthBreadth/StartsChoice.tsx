import { say } from "../../../words/say";
import { Choice } from "../../controls/Choice";

export interface StartsChoiceProps {
  readonly label: string;
  readonly choices: readonly number[];
  readonly value: number;
  readonly onChange: (starts: number) => void;
}

/** How many starts a measurement takes. */
export function StartsChoice({ label, choices, value, onChange }: StartsChoiceProps) {
  return (
    <Choice
      label={label}
      showLabel={false}
      options={choices.map((starts) => ({
        value: String(starts),
        text: starts === 1 ? say`1 start` : say`${starts} starts`,
      }))}
      value={String(value)}
      onChange={(starts) => onChange(Number(starts))}
    />
  );
}
