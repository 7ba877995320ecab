import { DEFAULT_TASK } from "../../model/tasks";
import type { RuledGrid } from "../../viz/board/geometry";
import { SUDOKU_BOARD } from "./sudoku/board";

/** How the boards of a task are drawn, and what their cells are called. */
export interface TaskBoard {
  readonly grid: RuledGrid;
  /** e.g. "row 2 column 5" */
  readonly cellName: (cell: number) => string;
  /** The same where space is short: "r2c5". */
  readonly shortCellName: (cell: number) => string;
}

/** The register of boards, one entry per task. */
const BOARDS: Readonly<Record<string, TaskBoard>> = { sudoku: SUDOKU_BOARD };

/** The board of a task by its name. Throws an Error where the page has none. */
export function boardOf(task = DEFAULT_TASK): TaskBoard {
  const board = BOARDS[task];
  if (!board) throw new Error(`The page cannot draw the task "${task}": add its board to src/ui/tasks.`);
  return board;
}
