import type { Brush } from "../draw/brush";
import { fontOf } from "../draw/font";

/** Share of a cell that stays free around its nine places. */
const INSET = 0.06;
/** Share of the board's side, and least pixels, that a digit of middling likelihood is high. */
const SIZE = { share: 0.0305, least: 7 } as const;

/**
 * The softmax of the undecided cells: of each cell, nine digits at their places, as large and as dark as they are likely.
 * levels: [81] as pencilLevels gives them, null where a cell shows something else; side: of the board inside its border.
 */
export function drawPencil(brush: Brush, levels: readonly (string | null)[], side: number, color: string): void {
  const track = side / 9;
  const size = Math.max(SIZE.least, SIZE.share * side);
  brush.fillStyle = color;
  brush.textAlign = "center";
  brush.textBaseline = "alphabetic";
  // Step by step and not cell by cell: to set a font costs more than to write a digit.
  for (let level = 1; level <= 9; level++) {
    const [mark, step] = [String(level), level / 9];
    const high = size * (0.8 + 0.42 * step);
    brush.font = fontOf(Math.round(360 + 300 * step), high);
    brush.globalAlpha = 0.18 + 0.82 * step;
    levels.forEach((cell, at) => {
      if (cell === null) return;
      const [row, column] = [Math.floor(at / 9), at % 9];
      for (let place = 0; place < 9; place++) {
        if (cell[place] !== mark) continue;
        const x = spot(column, place % 3, track);
        brush.fillText(String(place + 1), x, spot(row, Math.floor(place / 3), track) + 0.36 * high);
      }
    });
  }
  brush.globalAlpha = 1;
}

/** The middle of the i-th of three places along the n-th row or column. The line to the next one is part of a cell. */
function spot(n: number, i: number, track: number): number {
  const line = n === 8 ? 0 : n % 3 === 2 ? 2 : 1;
  return n * track + (track - line) * (INSET + ((1 - 2 * INSET) * (i + 0.5)) / 3);
}
