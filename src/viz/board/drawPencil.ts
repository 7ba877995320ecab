import type { Brush } from "../draw/brush";
import { fontOf } from "../draw/font";
import type { RuledGrid } from "./geometry";

/** Share of a cell that stays free around the places of its values. */
const INSET = 0.06;
/** Share of the width of a place, and least pixels, that a value of middling likelihood is high. */
const SIZE = { share: 0.8235, least: 7 } as const;

export interface PencilStyle {
  readonly grid: RuledGrid;
  /** Of the board inside its border. */
  readonly width: number;
  readonly color: string;
}

/**
 * The softmax of the undecided cells: of each cell, its values at their places in a square, as large and as dark as they are
 * likely. levels: [cells] as pencilLevels gives them, null where a cell shows something else.
 */
export function drawPencil(brush: Brush, levels: readonly (string | null)[], style: PencilStyle): void {
  const { grid, width, color } = style;
  const { rows, columns, thickRows, thickColumns } = grid;
  const track = width / columns;
  const places = Math.ceil(Math.sqrt(grid.values));
  const size = Math.max(SIZE.least, (SIZE.share * track) / places);
  // The line to the next cell is part of a cell.
  const inner = (n: number, count: number, thick: readonly number[]) =>
    track - (n === count - 1 ? 0 : thick.includes(n + 1) ? 2 : 1);
  const share = (i: number) => INSET + ((1 - 2 * INSET) * (i + 0.5)) / places;
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
      const [row, column] = [Math.floor(at / columns), at % columns];
      for (let i = 0; i < grid.values; i++) {
        if (cell[i] !== mark) continue;
        const x = column * track + inner(column, columns, thickColumns) * share(i % places);
        const y = row * track + inner(row, rows, thickRows) * share(Math.floor(i / places));
        brush.fillText(String(i + 1), x, y + 0.36 * high);
      }
    });
  }
  brush.globalAlpha = 1;
}
