import type { ComponentType } from "react";
import type { Grid } from "../../model/tasks/task";
import { say } from "../../words/say";

/** What a view looks at: the run at the cursor, the puzzle under many runs, many puzzles, or a system of its own. */
export const VIEW_GROUPS = {
  run: say`This run`,
  puzzle: say`This puzzle`,
  set: say`Many puzzles`,
  toy: say`Toy`,
} as const;

/** A view of the stage: it draws (record, cursor, selection) its own way, and brings no board and no transport. */
export interface View<S = unknown> {
  /** Its name in a link. */
  readonly name: string;
  /** On its tab: one or two short words. */
  readonly tab: string;
  /** The same where a row of buttons is short of space. */
  readonly short?: string;
  /** What it shows, in a few words, for the menu of all views. */
  readonly about: string;
  readonly group: keyof typeof VIEW_GROUPS;
  /** Draws a <StageHead> and the view under it. */
  readonly Panel: ComponentType;
  /** What a person chooses in it, where there is anything to choose. A link to the view carries it. */
  readonly setup?: Setup<S>;
}

/** What a person chooses in a view, and how it is written in a link. Views that share a set-up share its state. */
export interface Setup<S> {
  readonly initial: S;
  /** At most 400 characters: letters, digits and ". : _ -". */
  write(state: S): string;
  /** What was written, for a puzzle with this grid; null if it cannot be read. */
  read(text: string, grid: Grid): S | null;
}
