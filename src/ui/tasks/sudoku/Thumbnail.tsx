import { clueCount, type Puzzle } from "../../../model/tasks/sudoku/grid";
import { BoardCanvas } from "../../../viz/board/BoardCanvas";
import { layBoard } from "../../../viz/board/geometry";
import { say } from "../../../words/say";
import { SUDOKU_BOARD } from "./board";

/** Cells of four pixels, two apart. */
const GEOMETRY = layBoard(SUDOKU_BOARD.grid, { side: 4, gap: 2, left: 2, top: 2 });
const SIZE = 56;

/** Where a puzzle's clues are. */
export function Thumbnail({ puzzle }: { readonly puzzle: Puzzle }) {
  return (
    <BoardCanvas
      className="thumbnail"
      geometry={GEOMETRY}
      size={SIZE}
      cell={(cell, palette) => (puzzle[cell] === "." ? {} : { ground: palette("--ink"), corner: 0.8 })}
      lines={(palette) => ({ thick: { color: palette("--line-strong"), width: 1 } })}
      label={say`${clueCount(puzzle)} clues`}
    />
  );
}
