import type { PlotFrame } from "../plot/frame";

/** Where the cells of a depth x breadth grid lie, in CSS pixels: columns by depth, rows by breadth, small ones lower. */
export interface GridLayout {
  readonly frame: PlotFrame;
  readonly depths: readonly number[];
  readonly breadths: readonly number[];
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export function layoutGrid(frame: PlotFrame, depths: readonly number[], breadths: readonly number[]): GridLayout {
  return {
    frame,
    depths,
    breadths,
    cellWidth: (frame.right - frame.left) / Math.max(1, depths.length),
    cellHeight: (frame.bottom - frame.top) / Math.max(1, breadths.length),
  };
}

/** Upper left corner of a cell. */
export function cellCorner({ frame, cellWidth, cellHeight }: GridLayout, column: number, row: number) {
  return { x: frame.left + column * cellWidth, y: frame.bottom - (row + 1) * cellHeight };
}

/** Column and row at a point; null outside of the grid. */
export function cellAtPoint({ frame, depths, breadths, cellWidth, cellHeight }: GridLayout, x: number, y: number) {
  const column = Math.floor((x - frame.left) / cellWidth);
  const row = Math.floor((frame.bottom - y) / cellHeight);
  return column >= 0 && column < depths.length && row >= 0 && row < breadths.length ? { column, row } : null;
}

/** A line of equal compute: depth times breadth is the same all along it. */
export interface Contour {
  readonly iterations: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Points of a contour in steps of a quarter of a row, clipped to the grid; none where it does not cross it. */
export function contourOf(layout: GridLayout, iterations: number): Contour {
  const points: [number, number][] = [];
  const rows = layout.breadths.length;
  for (let row = rows - 0.5; row >= -0.5; row -= 0.25) {
    const x = depthX(layout, iterations / breadthAt(layout, row));
    if (x !== null) points.push([x, layout.frame.bottom - (row + 0.5) * layout.cellHeight]);
  }
  return { iterations, points };
}

/** Where a contour's label is: above the grid where it leaves at the top, else between two rows, clear of values. */
export function labelOf(layout: GridLayout, { points }: Contour): { readonly x: number; readonly y: number } | null {
  const { frame, cellWidth, cellHeight } = layout;
  const [first] = points;
  if (first && first[1] === frame.top) return { x: first[0] + 3, y: first[1] - 7 };
  const between = points.find(([x, y]) => {
    const rows = (frame.bottom - y) / cellHeight;
    return x > frame.left + cellWidth && Math.abs(rows - Math.round(rows)) < 1e-6 && y < frame.bottom - 1;
  });
  return between ? { x: between[0] + 4, y: between[1] + 4 } : null;
}

/** Rows are powers of two; between their middles, and beyond the outer ones, breadth goes by equal factors. */
function breadthAt({ breadths }: GridLayout, row: number): number {
  return (breadths[0] ?? 1) * 2 ** row;
}

/** Where a depth lies between the middles of the columns, by equal factors; null beyond the grid. */
export function depthX({ frame, depths, cellWidth }: GridLayout, depth: number): number | null {
  const middle = (column: number) => frame.left + (column + 0.5) * cellWidth;
  const [first = 1] = depths;
  const last = depths.at(-1) ?? 1;
  if (depth < first) return depth >= first / Math.SQRT2 ? middle(Math.log2(depth / first)) : null;
  if (depth > last) return depth <= last * Math.SQRT2 ? middle(depths.length - 1 + Math.log2(depth / last)) : null;
  const column = depths.findLastIndex((known) => known <= depth);
  const [from = first, to] = [depths[column], depths[column + 1]];
  return to === undefined ? middle(column) : middle(column + Math.log(depth / from) / Math.log(to / from));
}

/** Powers of ten of GFLOP that the grid's compute passes through. */
export function gflopTicks(layout: GridLayout, flopsPerIteration: number): number[] {
  const gflop = (iterations: number) => (iterations * flopsPerIteration) / 1e9;
  const low = Math.ceil(Math.log10(gflop((layout.depths[0] ?? 1) * (layout.breadths[0] ?? 1))));
  const high = Math.floor(Math.log10(gflop((layout.depths.at(-1) ?? 1) * (layout.breadths.at(-1) ?? 1))));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => 10 ** (low + i));
}
