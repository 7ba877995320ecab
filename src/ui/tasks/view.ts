import type { ComponentType } from "react";
import type { RuledGrid } from "../../viz/board/geometry";
import type { Shortcut } from "../keyboard";
import type { PuzzleState } from "../store/puzzle";

/** A puzzle read from any text, or why there is none and what to do. `notes` are sentences on what was left out. */
export type ReadPuzzle =
  | { readonly ok: true; readonly puzzle: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** A puzzle of a file of many. */
export interface PuzzleLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly puzzle: string;
  /** The solution in the file, null where it has none. */
  readonly solution: string | null;
}

export interface PuzzleLines {
  readonly tasks: readonly PuzzleLine[];
  /** What was left out and why, each a sentence with its line; only the first ones of many. */
  readonly malformed: readonly string[];
  readonly malformedCount: number;
  /** What was done to the file, each a sentence. */
  readonly notes: readonly string[];
}

/** What a classical solver found out about a puzzle. The network is not given it. */
export interface Findings {
  /** A few words: "28 clues · one solution". */
  readonly facts: string;
  /** A sentence on the rules that its clues break; empty where they break none. */
  readonly broken: string;
  /** Whether there is no solution. */
  readonly impossible: boolean;
  /** The only solution as the puzzle's text; null where there is not exactly one, or it was not found in time. */
  readonly solution: string | null;
  /** How hard it was for the solver, in a few words: "3 guesses"; null without exactly one solution. */
  readonly effort: string | null;
}

/** A classical solver in a worker of its own. */
export interface TaskSolver {
  /** Null when a later question has taken the place of this one. */
  analyse(puzzle: string): Promise<Findings | null>;
  /** A seed that is a text makes the same puzzle on every device, however long it takes; a number may be cut short. */
  generate(level: string, seed: number | string): Promise<{ readonly puzzle: string; readonly level: string }>;
}

/** How the boards of a task are drawn, and what their cells are called. */
export interface TaskBoard {
  readonly grid: RuledGrid;
  /** e.g. "row 2 column 5" */
  readonly cellName: (cell: number) => string;
  /** The same where space is short: "r2c5". */
  readonly shortCellName: (cell: number) => string;
}

/** What the page shows of a task, and how a person enters its puzzles. The model knows nothing of it. */
export interface TaskView {
  /** Name of the task in src/model/tasks. */
  readonly name: string;
  /** Shown to someone who comes for the first time. */
  readonly first: PuzzleState;
  /** The puzzle with nothing given. */
  readonly blank: string;

  readonly board: TaskBoard;
  /** The puzzle under the run; read only, it takes no values. */
  readonly Board: ComponentType<{ readonly readOnly?: boolean }>;
  /** Enters values without a keyboard. */
  readonly Pad: ComponentType | null;
  /** Undo, and the ways to another puzzle. */
  readonly Tools: ComponentType;
  /** A few words on the puzzle beside its title. */
  readonly Facts: ComponentType;
  /** A small picture of a puzzle. */
  readonly Thumbnail: ComponentType<{ readonly puzzle: string }>;
  /** The page's dialogs "examples" and "paste". */
  readonly Examples: ComponentType;
  readonly Paste: ComponentType;

  /** How much is given: "30 clues". */
  givens(puzzle: string): string;
  /** What the keys do on its board, for the help. */
  readonly shortcuts: readonly Shortcut[];

  /** The puzzle with one cell changed; 0 erases. */
  withValue(puzzle: string, cell: number, value: number): string;
  read(text: string): Promise<ReadPuzzle>;
  /** The first puzzle of a file. */
  readFile(file: Blob): Promise<ReadPuzzle>;
  /** All puzzles of a file, for an evaluation. Rejects with an Error that says what is wrong with the file. */
  readMany(file: Blob): Promise<PuzzleLines>;
  /** The puzzle as text for other programs. */
  asText(puzzle: string): string;
  /** Starts its solver; called once. */
  startSolver(): TaskSolver;
}

/** The view of a task by the task's name; the default task without one. */
export type TaskViewNamed = (name?: string) => TaskView;
