import { useMemo, useRef } from "react";
import { beliefKey, confidenceAt, decodedAt, suppositionsAt } from "../../../model/eqr/record/record";
import { digitsOf, PEERS } from "../../../model/tasks/sudoku/grid";
import { conflicts } from "../../../model/tasks/sudoku/rules";
import { Board } from "../../../viz/board/Board";
import { useSize } from "../../../viz/draw/useSize";
import { useApp, usePage, usePuzzle, useRun, useSetup } from "../../appContext";
import { kickSetup, withBrushed } from "../../views/kick/setup";
import { SUDOKU_BOARD } from "./board";
import { playKey } from "./play/entryKeys";
import { wrongCells } from "./play/standing";
import { selectionOf, useGame, useMoves, useWork } from "./play/useGame";
import "./BoardView.css";
import { say } from "../../../words/say";

/**
 * The board at the cursor: the givens, and over them the selected trajectory, or in Play a person's own digits. Read only,
 * it takes no digits.
 */
export function BoardView({ readOnly = false }: { readonly readOnly?: boolean }) {
  const { page } = useApp();
  const puzzle = usePuzzle((state) => state.puzzle);
  const cell = usePage((state) => state.cell);
  const record = useRun((state) => state.record);
  const k = useRun((state) => state.textScene.cursor);
  const selected = useRun((state) => state.selected);
  useRun((state) => state.textScene.revision);
  const kicking = usePage((state) => state.view === "kick");
  const [{ onlyCells, cells }, arrange] = useSetup(kickSetup);

  const moves = useMoves();
  const { work, standing } = useWork();
  const playing = useGame((state) => state.mode === "play") && !readOnly;
  const checked = useGame((state) => state.checked);
  const chosen = useGame((state) => state.cells);
  const solution = usePage(({ findings }) => (findings?.puzzle === puzzle ? findings.solution : null));

  const fit = useRef<HTMLDivElement>(null);
  // Measured, not a CSS container: nested containers made every iteration compute styles five times over.
  const { width, height } = useSize(fit);

  const givens = useMemo(() => digitsOf(puzzle), [puzzle]);
  const broken = useMemo(() => new Set(conflicts(givens).flatMap(({ cells }) => cells)), [givens]);
  // While a changed puzzle waits for its run, the run before says nothing about it.
  // In Play nothing of the network is on the board.
  const frame = record?.recipe.puzzle === puzzle && !playing ? record.frames[k] : undefined;
  return (
    <div className="board-fit" ref={fit}>
      <div className="board-box" style={{ width: Math.min(width, height) }}>
        <Board
          grid={SUDOKU_BOARD.grid}
          label={say`Sudoku board`}
          cellName={SUDOKU_BOARD.cellName}
          peers={PEERS}
          givens={givens}
          decoded={frame && record ? decodedAt(record, selected, k) : null}
          confidence={frame && record ? confidenceAt(record, selected, k) : null}
          softmax={(frame && record?.beliefs.get(beliefKey(selected, k))) ?? null}
          hypotheses={(frame && record && suppositionsAt(record, selected, k)) ?? null}
          conflicts={playing ? standing.broken : broken}
          own={playing ? work : null}
          wrong={playing && checked && solution ? wrongCells(work, solution) : null}
          highlight={playing ? (standing.filled[cell] ?? 0) : 0}
          finished={playing && standing.finished}
          cell={cell}
          onCell={(now) => page.setState({ cell: now })}
          onDigit={readOnly ? () => {} : (_, digit) => moves.digit(digit)}
          selecting={playing ? { cells: selectionOf(chosen, cell), onSelect: moves.select } : null}
          onKey={(event) => {
            const key = playing ? playKey(event) : null;
            if (key) moves.key(key);
            return key !== null;
          }}
          brushed={kicking && onlyCells ? cells : null}
          onBrush={(brushed, on) => arrange((setup) => ({ ...setup, cells: withBrushed(setup.cells, brushed, on) }))}
        />
      </div>
    </div>
  );
}
