import { Button } from "react-aria-components";
import { say } from "../../../../words/say";
import { SUDOKU_BOARD } from "../board";
import { type Hint, hintText, STRENGTHS, type Strength } from "./hint";

export interface HintAnswerProps {
  readonly hint: Hint;
  readonly strength: Strength;
  readonly onStronger: (strength: Strength) => void;
  readonly onPut: (cell: number, digit: number) => void;
}

/** A hint in its strength, and the way to the next. */
export function HintAnswer({ hint, strength, onStronger, onPut }: HintAnswerProps) {
  const name = hint.kind === "cell" ? SUDOKU_BOARD.cellName(hint.cell) : "";
  const next = STRENGTHS[STRENGTHS.indexOf(strength) + 1];
  return (
    <p>
      <span>{hintText(hint, strength, name)}</span>
      {hint.kind === "cell" && next && (
        <Button className="button small" onPress={() => onStronger(next)}>
          {next === "which" ? say`Which digits?` : say`The digit`}
        </Button>
      )}
      {hint.kind === "cell" && !next && (
        <Button className="button small" onPress={() => onPut(hint.cell, hint.digit)}>{say`Enter it`}</Button>
      )}
    </p>
  );
}
