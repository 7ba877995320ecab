/** What cells a task has, and what each of them may decode to. Cells are counted in reading order. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** A decoded cell is one of 1 ... values. */
  readonly values: number;
}

export function cellsOf({ rows, columns }: Grid): number {
  return rows * columns;
}

/** A puzzle of a task, read once, where it enters; below that no text travels. */
export interface Problem {
  /** Name of the task. */
  readonly task: string;
  /** Canonical text: what a recipe and a link hold. */
  readonly text: string;
  readonly grid: Grid;
  /** [cells] the input symbol of each cell, 0 where the network is given nothing. */
  readonly input: Uint8Array;
}

/** A value supposed for an open cell, to be shown to the network as if it were given. */
export interface Supposition {
  readonly cell: number;
  /** 1 ... grid.values */
  readonly value: number;
}

/** A kind of puzzle. Knows neither networks nor pages. */
export interface Task {
  /** Its name in recipes, model cards and links. */
  readonly name: string;
  /** For a person, e.g. "Sudoku". */
  readonly title: string;
  /** Input symbols, the 0 of an open cell among them. */
  readonly inputs: number;
  /** The grid of all its problems. */
  readonly grid: Grid;
  /** Reads the canonical text. Throws an Error that says what is wrong with it. */
  read(text: string): Problem;
  /** Whether a decoded grid, [cells] of 1 ... values, solves the problem. Looked up afterwards: nothing is chosen by it. */
  solves(problem: Problem, decoded: Uint8Array): boolean;
  /** The input with suppositions in place. Nudges (ours, not the paper's) exist only for tasks that have this. */
  suppose?(problem: Problem, suppositions: readonly Supposition[]): Uint8Array;
}
