import { cellKind } from "../board/cell";
import { type CellPaint, drawBoard } from "../board/drawBoard";
import { layBoard, type RuledGrid } from "../board/geometry";
import type { Brush } from "../draw/brush";
import type { Palette } from "../draw/palette";

export interface FilmBoard {
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** [cells] decoded values. */
  readonly digits: Uint8Array;
  /** [cells] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array;
  /** [cells] values that are presented as if given, 0 for none; null without nudges. */
  readonly hypotheses: Uint8Array | null;
}

/** The board as a picture of its own: givens bold, decided values in the accent, undecided ones as large as they are likely. */
export function drawFilmBoard(brush: Brush, board: FilmBoard, size: number, palette: Palette): void {
  const { rows, columns } = board.grid;
  const cells = Array.from({ length: rows * columns }, (_, cell) => cellPaint(board, cell, palette));
  const geometry = layBoard(board.grid, { side: size / Math.max(rows, columns) });
  drawBoard(brush, cells, geometry, {
    thin: { color: palette("--line-strong"), width: 1 },
    thick: { color: palette("--ink"), width: 2 },
  });
}

function cellPaint({ givens, digits, confidence, hypotheses }: FilmBoard, cell: number, palette: Palette): CellPaint {
  const [given, digit, sure] = [givens[cell] ?? 0, digits[cell] ?? 0, confidence[cell] ?? 0];
  const kind = cellKind(given, digit, sure);
  const share = kind === "undecided" ? 0.35 + 0.4 * (sure / 255) : 1;
  const text = {
    text: String(given || digit),
    color: palette(kind === "given" ? "--ink" : "--accent"),
    alpha: kind === "undecided" ? 0.3 + 0.6 * (sure / 255) : 1,
    weight: kind === "given" ? 700 : 400,
    size: 0.56 * share,
  };
  return {
    ground: palette(kind === "given" ? "--sunk" : "--surface"),
    ...(kind !== "empty" && { text }),
    ...((hypotheses?.[cell] ?? 0) > 0 && { ring: palette("--nudge") }),
  };
}
