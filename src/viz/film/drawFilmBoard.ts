import { cellKind, pencilLevels } from "../board/cell";
import { type CellPaint, drawBoard } from "../board/drawBoard";
import { drawPencil } from "../board/drawPencil";
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
  /** [cells * values] softmax, 255 = 1; null where it is not known. */
  readonly softmax: Uint8Array | null;
}

/**
 * The board as a picture of its own: givens bold, decided values in the accent, the candidates of undecided cells as large as
 * they are likely; of those only the likeliest where the others are not known.
 */
export function drawFilmBoard(brush: Brush, board: FilmBoard, size: number, palette: Palette): void {
  const { rows, columns } = board.grid;
  const cells = Array.from({ length: rows * columns }, (_, cell) => cellPaint(board, cell, palette));
  const geometry = layBoard(board.grid, { side: size / Math.max(rows, columns) });
  drawBoard(brush, cells, geometry, {
    thin: { color: palette("--line-strong"), width: 1 },
    thick: { color: palette("--ink"), width: 2 },
  });
  const { softmax } = board;
  if (!softmax) return;
  const levels = cells.map((_, cell) =>
    isUndecided(board, cell) ? pencilLevels(softmax, cell, board.grid.values) : null,
  );
  drawPencil(brush, levels, { grid: board.grid, width: size, color: palette("--accent") });
}

function isUndecided({ givens, digits, confidence }: FilmBoard, cell: number): boolean {
  return cellKind(givens[cell] ?? 0, digits[cell] ?? 0, confidence[cell] ?? 0) === "undecided";
}

function cellPaint(board: FilmBoard, cell: number, palette: Palette): CellPaint {
  const { givens, digits, confidence, hypotheses, softmax } = board;
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
    ...(kind !== "empty" && !(softmax && kind === "undecided") && { text }),
    ...((hypotheses?.[cell] ?? 0) > 0 && { ring: palette("--nudge") }),
  };
}
