import { usePage, usePuzzle, useRun } from "../../appContext";
import { Term } from "../../controls/Term";
import { restText } from "./restText";
import { describePuzzle } from "./solver/describe";
import "./PuzzleFacts.css";

/** How many clues and solutions the puzzle has, and how hard it is for a solver and for the network. */
export function PuzzleFacts() {
  const puzzle = usePuzzle((state) => state.puzzle);
  const findings = usePage((state) => state.findings);
  const record = useRun((state) => state.record);
  useRun((state) => state.textScene.revision);
  const found = findings?.puzzle === puzzle ? findings : null;
  const rest = record?.recipe.puzzle === puzzle ? restText(record) : null;
  const efforts = [found?.effort, rest].filter(Boolean);
  return (
    <span className="panel-note puzzle-facts">
      <Term name="clues">{found?.facts ?? describePuzzle(puzzle, null)}</Term>
      {efforts.length > 0 && <Term name="effort">{efforts.join(", ")}</Term>}
    </span>
  );
}
