import { useStore } from "zustand";
import { useApp, usePuzzle, useTask } from "../appContext";
import { NudgeLine } from "./timeline/NudgeLine";
import { VerdictView } from "./VerdictView";
import "./PuzzlePanel.css";
import { rich } from "../../words/rich";
import { fromModel, say } from "../../words/say";

/** The puzzle, what the selected trajectory makes of it, and what one sees in words. */
export function PuzzlePanel() {
  const { Board, Pad, Tools, Facts } = useTask();
  const mode = useStore(useApp().game, (game) => game.mode);
  const source = fromModel(usePuzzle((state) => state.source));
  return (
    <section className="panel puzzle-panel" aria-labelledby="puzzle-title" id="puzzle">
      <div className="panel-head">
        <h2 id="puzzle-title">{say`Puzzle`}</h2>
        <span className="panel-note source" title={source}>
          {source}
        </span>
        <Facts />
      </div>
      <Board />
      {mode !== "play" && (
        <>
          {/* While clues are edited the board needs the height. */}
          {mode === "watch" && (
            <p className="board-legend">
              {rich`${<b>{say`Bold`}</b>}: clues. ${<i>{say`Blue`}</i>}: what the network reads. Small digits: what it still considers.`}
            </p>
          )}
          <NudgeLine />
          <VerdictView />
        </>
      )}
      <div className="board-controls">
        {Pad && <Pad />}
        <Tools />
      </div>
    </section>
  );
}
