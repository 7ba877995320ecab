import type { Brush } from "../draw/brush";
import { fontOf } from "../draw/font";
import { type BoardGeometry, cornerOf } from "./geometry";

/** What one cell of a drawn board shows, from the ground up. */
export interface CellPaint {
  readonly ground?: string;
  /** Radius of the ground's corners, in pixels. */
  readonly corner?: number;
  /** Over the ground. */
  readonly wash?: { readonly color: string; readonly alpha: number };
  readonly text?: CellText;
  /** Colour of a dashed ring, as around a hypothesis. */
  readonly ring?: string;
  /** Colour of a dot in the middle. */
  readonly dot?: string;
}

export interface CellText {
  readonly text: string;
  readonly color: string;
  readonly alpha: number;
  readonly weight: number;
  /** Height of the letters, as a share of the cell. */
  readonly size: number;
}

/** Lines between the cells and around all of them; thin ones may be left out. */
export interface BoardLines {
  readonly thin?: LineStyle;
  readonly thick: LineStyle;
}

interface LineStyle {
  readonly color: string;
  readonly width: number;
}

/** Draws a board, cell by cell in reading order, and the lines over it. */
export function drawBoard(
  brush: Brush,
  cells: readonly CellPaint[],
  geometry: BoardGeometry,
  lines: BoardLines | null = null,
): void {
  for (const [cell, paint] of cells.entries()) drawCell(brush, paint, geometry, cell);
  brush.globalAlpha = 1;
  if (lines) drawLines(brush, geometry, lines);
}

function drawCell(brush: Brush, paint: CellPaint, geometry: BoardGeometry, cell: number): void {
  const { ground, corner = 0, wash, text, ring, dot } = paint;
  const { x, y } = cornerOf(geometry, cell);
  const { side, gap } = geometry;
  brush.globalAlpha = 1;
  if (ground) {
    brush.fillStyle = ground;
    if (corner > 0) fillRounded(brush, { x, y, side, corner });
    else brush.fillRect(x, y, side, side);
  }
  if (wash && wash.alpha > 0) {
    brush.globalAlpha = wash.alpha;
    brush.fillStyle = wash.color;
    brush.fillRect(x, y, side, side);
    brush.globalAlpha = 1;
  }
  if (text) {
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.globalAlpha = text.alpha;
    brush.fillStyle = text.color;
    brush.font = fontOf(text.weight, side * text.size);
    brush.fillText(text.text, x + side / 2, y + side * 0.53);
    brush.globalAlpha = 1;
  }
  if (dot) {
    brush.fillStyle = dot;
    brush.beginPath();
    brush.arc(x + side / 2, y + side / 2, Math.max(1, (side + gap) / 7), 0, 2 * Math.PI);
    brush.fill();
  }
  if (ring) {
    brush.strokeStyle = ring;
    brush.lineWidth = 2;
    brush.setLineDash([4, 3]);
    brush.beginPath();
    brush.arc(x + side / 2, y + side / 2, 0.42 * side, 0, 2 * Math.PI);
    brush.stroke();
    brush.setLineDash([]);
  }
}

type RoundedSquare = Readonly<Record<"x" | "y" | "side" | "corner", number>>;

function fillRounded(brush: Brush, { x, y, side, corner }: RoundedSquare): void {
  const [left, right, top, bottom] = [x + corner, x + side - corner, y + corner, y + side - corner];
  const quarter = Math.PI / 2;
  brush.beginPath();
  brush.arc(right, top, corner, -quarter, 0);
  brush.arc(right, bottom, corner, 0, quarter);
  brush.arc(left, bottom, corner, quarter, 2 * quarter);
  brush.arc(left, top, corner, 2 * quarter, 3 * quarter);
  brush.fill();
}

function drawLines(brush: Brush, geometry: BoardGeometry, { thin, thick }: BoardLines): void {
  const { grid, xs, ys } = geometry;
  const [across, down] = [edgesOf(xs, geometry), edgesOf(ys, geometry)];
  const [left = 0, top = 0, right = 0, bottom = 0] = [across[0], down[0], across.at(-1), down.at(-1)];
  const styleOf = (line: number, count: number, thickLines: readonly number[]) =>
    line === 0 || line === count || thickLines.includes(line) ? thick : thin;
  for (let line = 0; line <= Math.max(grid.columns, grid.rows); line++) {
    const [x, y] = [across[line], down[line]];
    if (x !== undefined) stroke(brush, styleOf(line, grid.columns, grid.thickColumns), [x, top, x, bottom]);
    if (y !== undefined) stroke(brush, styleOf(line, grid.rows, grid.thickRows), [left, y, right, y]);
  }
}

/** The middle between each two tracks, and as far outside of the first and the last. */
function edgesOf(starts: readonly number[], { side, gap }: BoardGeometry): number[] {
  return [...starts.map((start) => start - gap / 2), (starts.at(-1) ?? 0) + side + gap / 2];
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

function stroke(brush: Brush, style: LineStyle | undefined, [x1, y1, x2, y2]: Segment): void {
  if (!style) return;
  brush.strokeStyle = style.color;
  brush.lineWidth = style.width;
  brush.beginPath();
  brush.moveTo(x1, y1);
  brush.lineTo(x2, y2);
  brush.stroke();
}
