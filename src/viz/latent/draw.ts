import { type CellPaint, drawBoard } from "../board/drawBoard";
import { type BoardGeometry, cornerOf } from "../board/geometry";
import type { Brush } from "../draw/brush";
import { fontOf, LEAST_TYPE } from "../draw/font";
import type { Palette } from "../draw/palette";
import type { BoardsLayout, Candidate } from "./layout";
import type { Reading } from "./quantity";

export interface BoardsScene {
  readonly layout: BoardsLayout;
  readonly reading: Reading | null;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** Drawn with a ring; its cell is marked on every board. */
  readonly current: Candidate;
  readonly hovered: Candidate | null;
  readonly palette: Palette;
}

/** Draws the boards: above the middle of the scale in the accent, below it in orange, the stronger the farther. */
export function drawBoards(brush: Brush, scene: BoardsScene): void {
  const { layout, givens, current, hovered, palette } = scene;
  const ring = (board: BoardGeometry | undefined, cell: number, color: string, width: number) =>
    board && ringCell(brush, board, cell, { color, width });
  for (const [i, board] of layout.boards.entries()) {
    const cells = Array.from(givens, (_, cell) => candidatePaint(scene, { cell, digit: i + 1 }));
    drawBoard(brush, cells, board);
    writeCaption(brush, board, i + 1, scene);
  }
  for (const board of layout.boards) ring(board, current.cell, palette("--line-strong"), 1);
  if (hovered) ring(layout.boards[hovered.digit - 1], hovered.cell, palette("--muted"), 1.5);
  ring(layout.boards[current.digit - 1], current.cell, palette("--ink"), 2);
}

/** A given has a dot: the network is shown it, not asked. */
function candidatePaint({ layout, reading, givens, palette }: BoardsScene, { cell, digit }: Candidate): CellPaint {
  const place = reading?.place(reading.values[cell * layout.boards.length + digit - 1] ?? Number.NaN) ?? 0;
  return {
    ground: palette("--sunk"),
    wash: { color: palette(place < 0 ? "--outcome-wandering" : "--accent"), alpha: Math.abs(place) || 0 },
    ...(givens[cell] === digit && { dot: palette("--surface") }),
  };
}

function writeCaption(brush: Brush, { xs, ys }: BoardGeometry, digit: number, { current, palette }: BoardsScene): void {
  const isCurrent = digit === current.digit;
  brush.font = fontOf(isCurrent ? 700 : 500, LEAST_TYPE);
  brush.fillStyle = palette(isCurrent ? "--ink" : "--muted");
  brush.textBaseline = "alphabetic";
  brush.fillText(String(digit), xs[0] ?? 0, (ys[0] ?? 0) - 4);
}

function ringCell(brush: Brush, board: BoardGeometry, cell: number, style: { color: string; width: number }): void {
  const { x, y } = cornerOf(board, cell);
  const { color, width } = style;
  brush.strokeStyle = color;
  brush.lineWidth = width;
  brush.beginPath();
  brush.rect(x - width / 2, y - width / 2, board.side + width, board.side + width);
  brush.stroke();
}
