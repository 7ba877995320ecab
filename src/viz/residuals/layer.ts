import type { Brush } from "../draw/brush";
import { prepareCanvas } from "../draw/canvas";
import type { Columns } from "./columns";
import type { ChartLayout } from "./layout";
import { type LinePlace, traceLine } from "./lines";

/**
 * All lines of the chart on a canvas of their own. A new iteration only adds its piece, and moving the cursor redraws
 * nothing: the chart shows the layer strong before the cursor and faint after it.
 */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  columns: Columns | null;
  layout: ChartLayout | null;
  ratio: number;
  colors: string[];
  /** Iterations drawn so far. */
  drawn: number;
}

export function createLayer(): Layer {
  return { canvas: document.createElement("canvas"), columns: null, layout: null, ratio: 0, colors: [], drawn: 0 };
}

/** The lines of all trajectories. */
export interface LineSet extends LinePlace {
  /** By trajectory. */
  readonly colors: readonly string[];
  /** Trajectories from back to front. */
  readonly order: readonly number[];
}

/**
 * Brings the layer up to date. Everything is drawn again only when the scale, the size or a colour changed.
 */
export function updateLayer(layer: Layer, lines: LineSet): void {
  const { columns, layout, colors } = lines;
  const ratio = globalThis.devicePixelRatio || 1;
  const grown =
    layer.columns === columns && layer.layout === layout && layer.ratio === ratio && same(layer.colors, colors);
  if (grown && layer.drawn === columns.filled) return;
  const context = grown ? layer.canvas.getContext("2d") : prepareCanvas(layer.canvas, layout.width, layout.height);
  if (!context) return;
  // One column back, so that the new piece joins the old line.
  const from = grown ? Math.floor(layer.drawn / columns.step) - 1 : 0;
  drawLines(context, lines, from);
  Object.assign(layer, { columns, layout, ratio, colors: [...colors], drawn: columns.filled });
}

/** The lines of all trajectories from a column on, back to front. */
export function drawLines(context: Brush, lines: LineSet, from = 0): void {
  const { colors, order } = lines;
  context.lineWidth = colors.length > 48 ? 0.9 : 1.2;
  context.lineJoin = "round";
  for (const t of order) {
    context.strokeStyle = colors[t] ?? "";
    context.beginPath();
    traceLine(context, lines, t, from);
    context.stroke();
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((color, i) => color === b[i]);
}
