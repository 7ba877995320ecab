import { Button, Group } from "react-aria-components";
import { useApp } from "../../appContext";
import { IconButton } from "../../controls/IconButton";
import "./NumberPad.css";

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Sets the current cell of the board without a keyboard. */
export function NumberPad() {
  const { edit, page } = useApp();
  const put = (digit: number) => () => edit.setValue(page.getState().cell, digit);
  return (
    <Group className="number-pad" aria-label="Set the current cell">
      {DIGITS.map((digit) => (
        <Button key={digit} className="button" aria-label={`Set ${digit}`} onPress={put(digit)}>
          {digit}
        </Button>
      ))}
      <IconButton icon="erase" label="Erase the cell" className="button" onPress={put(0)} />
    </Group>
  );
}
