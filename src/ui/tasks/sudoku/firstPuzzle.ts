import { EXAMPLES } from "../../../model/tasks/sudoku/examples";
import { BLANK, type PuzzleState } from "../../store/puzzle";

/** Singles do not solve it, and its starts settle one after the other well within the default depth. */
const FIRST = "hard-generated";

/** What the page shows to someone who comes for the first time. */
export function firstPuzzle(): PuzzleState {
  const example = EXAMPLES.find(({ id }) => id === FIRST);
  return example ? { puzzle: example.puzzle, source: example.name } : { puzzle: BLANK, source: "empty" };
}
