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

/** How many cells of a problem are given. */
export function givenCount({ input }: Problem): number {
  return input.reduce((count, given) => count + (given > 0 ? 1 : 0), 0);
}

/** A value supposed for an open cell, to be shown to the network as if it were given. */
export interface Supposition {
  readonly cell: number;
  /** 1 ... grid.values */
  readonly value: number;
}

/** A decoded grid as text, one character per cell: 1-9, then letters from a on. */
export function textOf(decoded: Uint8Array): string {
  return Array.from(decoded, (value) => value.toString(36)).join("");
}

/** The decoded grid of such a text. */
export function decodedOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => Number.parseInt(character, 36));
}

/** What a solver found. */
export interface Solutions {
  /** Solutions, [cells] each; fewer than `count` where the search did not keep them. */
  readonly grids: readonly Uint8Array[];
  readonly count: number;
  /** False where there may be more. */
  readonly exact: boolean;
}

/** Problems between one with nothing given and a whole solution: each rung gives all that the rungs below it give. */
export interface Ladder {
  /** Cells that the problem itself gives; its rung is the problem. */
  readonly given: number;
  rung(given: number): Problem;
}

/** What can be found out about a problem by its rules. Experiments compare with it; no network is given it. */
export interface Solver {
  /** Looks for at most `most` solutions (at least 2), with at most `guesses` guesses. */
  solve(problem: Problem, limits: { readonly most: number; readonly guesses: number }): Solutions;
  /** Guesses that it needs; null without exactly one solution, or where it would need more than `most`. */
  rate(problem: Problem, most: number): number | null;
  ladder(problem: Problem, solution: Uint8Array): Ladder;
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
  /** Experiments that compare with it leave out what it would say where there is none. */
  readonly solver?: Solver;
}
