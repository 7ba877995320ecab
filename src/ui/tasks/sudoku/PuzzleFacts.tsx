import { usePage, usePuzzle } from "../../appContext";
import { Term } from "../../controls/Term";
import { describePuzzle } from "./solver/describe";

/** How many clues and solutions the puzzle has. */
export function PuzzleFacts() {
  const puzzle = usePuzzle((state) => state.puzzle);
  const findings = usePage((state) => state.findings);
  return (
    <span className="panel-note puzzle-facts">
      <Term name="clues">{findings?.puzzle === puzzle ? findings.facts : describePuzzle(puzzle, null)}</Term>
    </span>
  );
}
