import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { Icon } from "./Icon";
import "./menu.css";

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Whether the label is seen beside the button; it is always heard. */
  readonly showLabel?: boolean;
}

/** One of a few values, behind a button. */
export function Choice<T extends string>({ label, options, value, onChange, showLabel = true }: ChoiceProps<T>) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.value === key);
        if (option) onChange(option.value);
      }}
      aria-label={showLabel ? undefined : label}
    >
      {showLabel && <Label>{label}</Label>}
      <Button className="button">
        <SelectValue>{options.find((option) => option.value === value)?.text}</SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options.map(({ value: id, text }) => ({ id, text }))}>
          {({ id, text }) => (
            <ListBoxItem id={id} className="option" textValue={text}>
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
