import type { Brush } from "../draw/brush";
import { prepareCanvas } from "../draw/canvas";
import { pixelRatio } from "../draw/magnified";
import type { LineLook } from "../outcome";
import type { Columns } from "./columns";
import type { ChartLayout } from "./layout";
import { type LinePlace, traceLine } from "./lines";

/** How one trajectory is drawn. */
export interface LineStyle extends LineLook {
  readonly color: string;
}

/**
 * All lines of the chart on a canvas of their own. A new iteration only adds its piece, and moving the cursor redraws
 * nothing: the chart shows the layer strong before the cursor and faint after it.
 */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  columns: Columns | null;
  layout: ChartLayout | null;
  ratio: number;
  styles: LineStyle[];
  /** Iterations drawn so far. */
  drawn: number;
}

export function createLayer(): Layer {
  return { canvas: document.createElement("canvas"), columns: null, layout: null, ratio: 0, styles: [], drawn: 0 };
}

/** The lines of all trajectories. */
export interface LineSet extends LinePlace {
  /** By trajectory. */
  readonly styles: readonly LineStyle[];
  /** Trajectories from back to front. */
  readonly order: readonly number[];
}

/**
 * Brings the layer up to date. Everything is drawn again only when the scale, the size or a style changed.
 */
export function updateLayer(layer: Layer, lines: LineSet): void {
  const { columns, layout, styles } = lines;
  const ratio = pixelRatio();
  const grown =
    layer.columns === columns && layer.layout === layout && layer.ratio === ratio && same(layer.styles, styles);
  if (grown && layer.drawn === columns.filled) return;
  const context = grown ? layer.canvas.getContext("2d") : prepareCanvas(layer.canvas, layout.width, layout.height);
  if (!context) return;
  // One column back, so that the new piece joins the old line.
  const from = grown ? Math.floor(layer.drawn / columns.step) - 1 : 0;
  drawLines(context, lines, from);
  Object.assign(layer, { columns, layout, ratio, styles: [...styles], drawn: columns.filled });
}

/** The lines of all trajectories from a column on, back to front. */
export function drawLines(context: Brush, lines: LineSet, from = 0): void {
  const { styles, order, layout, columns } = lines;
  const width = styles.length > 48 ? 0.9 : 1.2;
  context.lineJoin = "round";
  // A piece that is added goes on with the dashes of the line before it, or short pieces would make a solid line.
  const begun = ((layout.right - layout.left) / layout.end) * Math.max(0, from) * columns.step;
  for (const t of order) {
    const style = styles[t];
    if (!style) continue;
    context.strokeStyle = style.color;
    context.lineWidth = width * style.weight;
    context.setLineDash([...style.dash]);
    context.lineDashOffset = begun;
    context.beginPath();
    traceLine(context, lines, t, from);
    context.stroke();
  }
  context.setLineDash([]);
  context.lineDashOffset = 0;
}

function same(a: readonly LineStyle[], b: readonly LineStyle[]): boolean {
  return a.length === b.length && a.every(({ color, dash }, i) => color === b[i]?.color && dash === b[i]?.dash);
}
