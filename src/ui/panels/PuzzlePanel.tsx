import { usePuzzle } from "../appContext";
import { BoardTools } from "../tasks/sudoku/BoardTools";
import { BoardView } from "../tasks/sudoku/BoardView";
import { NumberPad } from "../tasks/sudoku/NumberPad";
import { PuzzleFacts } from "../tasks/sudoku/PuzzleFacts";
import { NudgeLine } from "./timeline/NudgeLine";
import { VerdictView } from "./VerdictView";
import "./PuzzlePanel.css";

/** The puzzle, what the selected trajectory makes of it, and what one sees in words. */
export function PuzzlePanel() {
  const source = usePuzzle((state) => state.source);
  return (
    <section className="panel puzzle-panel" aria-labelledby="puzzle-title" id="puzzle">
      <div className="panel-head">
        <h2 id="puzzle-title">Puzzle</h2>
        <span className="panel-note source" title={source}>
          {source}
        </span>
        <PuzzleFacts />
      </div>
      <BoardView />
      <NudgeLine />
      <VerdictView />
      <div className="board-controls">
        <NumberPad />
        <BoardTools />
      </div>
    </section>
  );
}
