import type { Context } from "./context";
import type { Fault } from "./line/cells";
import type { Line } from "./line/rows";
import type { Found, ParseResult, PuzzleFormat } from "./reading";
import type { Row } from "./row/row";
import { isFull } from "./solved";
import { refusal } from "./variants";

export type Output = ReturnType<typeof createOutput>;

/** Hands out puzzles and faults as they are read. By its context a puzzle may be a variant, or the solution of another. */
export function createOutput(emit: (found: Found) => void, context: Context) {
  let any = false;

  function puzzle(row: Row & { ok: true }, line: number, format: PuzzleFormat): void {
    any = true;
    const rest = row.alone ? [] : ["Only the field with the puzzle was read; the rest of its line was ignored."];
    const { puzzle, solution, source } = row;
    emit({ kind: "puzzle", puzzle: { line, puzzle, solution, source, format, notes: [...row.notes, ...rest] } });
  }

  function malformed({ line, offset, why, sign }: Fault, text: string | undefined): void {
    any = true;
    const column = [...(text ?? "").slice(0, offset)].length + 1;
    emit({ kind: "malformed", malformed: { line, column, why, ...(sign && { sign }) } });
  }

  function take(row: Row, line: Line, format: PuzzleFormat): void {
    const variant = context.variant();
    if (!row.ok) malformed(row.fault, line.text);
    else if (variant === undefined) puzzle(row, line.number, format);
    else malformed({ line: line.number, offset: 0, why: refusal(variant) }, line.text);
  }

  /** A grid below "Solution" solves a puzzle and is none. */
  function takeGrid(row: Row, line: Line, format: PuzzleFormat): void {
    if (context.section() !== "solutions" || !row.ok) take(row, line, format);
    else if (!isFull(row.puzzle)) malformed({ line: line.number, offset: 0, why: NO_SOLUTION }, line.text);
  }

  function takeResult({ puzzle: cells, format, notes }: ParseResult & { ok: true }, line: number): void {
    puzzle({ ok: true, puzzle: cells, solution: null, source: null, alone: true, notes }, line, format);
  }

  /** Whether nothing has been handed out. */
  const isEmpty = (): boolean => !any;
  return { malformed, take, takeGrid, takeResult, isEmpty };
}

const NO_SOLUTION = "Headed as a solution, but not a full grid.";
