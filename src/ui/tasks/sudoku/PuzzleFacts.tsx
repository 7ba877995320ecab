import { usePage, usePuzzle } from "../../appContext";
import { Term } from "../../controls/Term";
import { describePuzzle } from "./solver/describe";

/** How many clues and solutions the puzzle has. */
export function PuzzleFacts() {
  const puzzle = usePuzzle((state) => state.puzzle);
  const analysis = usePage((state) => state.analysis);
  return (
    <span className="panel-note puzzle-facts">
      <Term name="clues">{describePuzzle(puzzle, analysis?.puzzle === puzzle ? analysis.result : null)}</Term>
    </span>
  );
}
