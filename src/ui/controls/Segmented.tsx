import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Tip } from "./Tip";
import "./Segmented.css";

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string; readonly tip: ReactNode }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few values, all in sight. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const option = options.find((candidate) => keys.has(candidate.value));
        if (option) onChange(option.value);
      }}
    >
      {options.map(({ value: id, text, tip }) => (
        <Tip key={id} tip={tip}>
          <ToggleButton id={id} className="segment">
            {text}
          </ToggleButton>
        </Tip>
      ))}
    </ToggleButtonGroup>
  );
}
