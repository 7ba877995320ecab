import { Button, Group } from "react-aria-components";
import { COLOUR_NAMES } from "../../../viz/board/own";
import { IconButton } from "../../controls/IconButton";
import type { Entry } from "../../store/game";
import { useGame, useMoves, useWork } from "./play/useGame";
import "./NumberPad.css";
import { say } from "../../../words/say";

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What the button of a value does, by what it enters. */
const LABELS: Readonly<Record<Entry, (value: number) => string>> = {
  digit: (value) => say`Set ${value}`,
  corner: (value) => say`Corner mark ${value}`,
  centre: (value) => say`Centre mark ${value}`,
  colour: (value) => say`Colour ${COLOUR_NAMES[value - 1] ?? ""}`,
};

/** Sets clues, or in Play a person's own digits and marks, without a keyboard. Nothing in Watch. */
export function NumberPad() {
  const mode = useGame((state) => state.mode);
  const chosen = useGame((state) => state.entry);
  const { digit } = useMoves();
  const { left } = useWork().standing;
  if (mode === "watch") return null;
  const entry = mode === "play" ? chosen : "digit";
  return (
    <Group
      className="number-pad"
      data-entry={entry}
      aria-label={mode === "play" ? say`Enter` : say`Set the current cell`}
    >
      {DIGITS.map((value) => (
        <Button
          key={value}
          className="button"
          aria-label={LABELS[entry](value)}
          data-placed={(mode === "play" && entry === "digit" && left[value - 1] === 0) || undefined}
          data-colour={entry === "colour" ? value : undefined}
          onPress={() => digit(value)}
        >
          {entry === "colour" ? "" : value}
        </Button>
      ))}
      <IconButton icon="erase" label={say`Erase the cell`} className="button" onPress={() => digit(0)} />
    </Group>
  );
}
