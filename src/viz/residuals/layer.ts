import type { Brush } from "../draw/brush";
import { prepareCanvas } from "../draw/canvas";
import type { Columns } from "./columns";
import { lastColumn, traceLine } from "./lines";
import type { Plot } from "./plot";

/**
 * All lines of the chart on a canvas of their own. A new iteration only adds its piece, and moving the cursor redraws
 * nothing: the chart shows the layer strong before the cursor and faint after it.
 */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  columns: Columns | null;
  plot: Plot | null;
  ratio: number;
  colors: string[];
  /** Iterations drawn so far. */
  drawn: number;
}

export function createLayer(): Layer {
  return { canvas: document.createElement("canvas"), columns: null, plot: null, ratio: 0, colors: [], drawn: 0 };
}

/**
 * Brings the layer up to date. `colors[t]` is the colour of trajectory t, `order` the trajectories from back to front.
 * Everything is drawn again only when the scale, the size or a colour changed.
 */
export function updateLayer(
  layer: Layer,
  columns: Columns,
  plot: Plot,
  colors: readonly string[],
  order: readonly number[],
): void {
  const ratio = globalThis.devicePixelRatio || 1;
  const grown = layer.columns === columns && layer.plot === plot && layer.ratio === ratio && same(layer.colors, colors);
  if (grown && layer.drawn === columns.filled) return;
  const context = grown ? layer.canvas.getContext("2d") : prepareCanvas(layer.canvas, plot.width, plot.height);
  if (!context) return;
  // One column back, so that the new piece joins the old line.
  const from = grown ? Math.floor(layer.drawn / columns.step) - 1 : 0;
  drawLines(context, columns, plot, colors, order, from);
  Object.assign(layer, { columns, plot, ratio, colors: [...colors], drawn: columns.filled });
}

/** The lines of all trajectories from a column on, back to front. */
export function drawLines(
  context: Brush,
  columns: Columns,
  plot: Plot,
  colors: readonly string[],
  order: readonly number[],
  from = 0,
): void {
  context.lineWidth = colors.length > 48 ? 0.9 : 1.2;
  context.lineJoin = "round";
  for (const t of order) {
    context.strokeStyle = colors[t] ?? "";
    context.beginPath();
    traceLine(context, columns, plot, t, from, lastColumn(columns));
    context.stroke();
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((color, i) => color === b[i]);
}
