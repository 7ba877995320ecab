import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Brush } from "../draw/brush";
import { prepareCanvas, rememberPaint } from "../draw/canvas";
import { drawMark } from "../draw/marks";
import { backToFront } from "../draw/order";
import { type Palette, viewColor } from "../draw/palette";
import { drawCycles } from "../nudges/drawCycles";
import { lineLook, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";
import type { Columns } from "./columns";
import { drawLines, type Layer, type LineStyle, updateLayer } from "./layer";
import { type ChartLayout, qOf, xOf, yOf } from "./layout";
import { traceLine } from "./lines";

export interface ChartScene {
  readonly layout: ChartLayout;
  readonly record: RunRecord;
  readonly columns: Columns;
  readonly views: readonly TrajectoryView[];
  readonly cursor: number;
  readonly selected: number;
  readonly hovered: number | null;
  /** Of the selected trajectory. */
  readonly cycles: readonly NudgeCycle[];
  readonly palette: Palette;
  /** How strongly what lies beyond the cursor is drawn, 0 for not at all; faint by default. */
  readonly future?: number;
}

const FAINT = 0.26;

/** Draws everything of the chart that moves with the data: lines, the selected one, settle marks, q. */
export function drawChart(canvas: HTMLCanvasElement, layer: Layer, scene: ChartScene): void {
  const { layout, columns, views, palette } = scene;
  const context = prepareCanvas(canvas, layout.width, layout.height);
  if (!context) return;
  const styles = stylesOf(views, palette);
  const lines = { columns, layout, styles, order: backToFront(views) };
  updateLayer(layer, lines);
  paintChart(context, scene, styles, () => context.drawImage(layer.canvas, 0, 0, layout.width, layout.height));
  rememberPaint(canvas, {
    width: layout.width,
    height: layout.height,
    paint: (brush) => paintChart(brush, scene, styles, () => drawLines(brush, lines)),
  });
}

/** The same without a layer on screen, for a picture that is drawn once. */
export function drawWholeChart(context: Brush, scene: ChartScene): void {
  const { columns, layout, views, palette } = scene;
  const styles = stylesOf(views, palette);
  paintChart(context, scene, styles, () => drawLines(context, { columns, layout, styles, order: backToFront(views) }));
}

/** By trajectory. */
function stylesOf(views: readonly TrajectoryView[], palette: Palette): LineStyle[] {
  const styles: LineStyle[] = [];
  for (const view of views) styles[view.index] = { color: viewColor(palette, view), ...lineLook(view.outcome) };
  return styles;
}

function paintChart(context: Brush, scene: ChartScene, styles: readonly LineStyle[], lines: () => void): void {
  const { layout, palette, selected, hovered, future = FAINT } = scene;
  const cursor = xOf(layout, scene.cursor);
  const settling = { left: 0, right: cursor };
  const ahead = { left: cursor, right: layout.width };
  for (const [side, alpha] of [
    [settling, 1],
    [ahead, future],
  ] as const) {
    if (side.right <= side.left || alpha === 0) continue;
    context.save();
    context.beginPath();
    context.rect(side.left, 0, side.right - side.left, layout.height);
    context.clip();
    context.globalAlpha = alpha;
    lines();
    if (hovered !== null && hovered !== selected)
      strokeLine(context, scene, hovered, [[styles[hovered]?.color ?? palette("--ink"), 2.2]]);
    strokeLine(context, scene, selected, [
      [palette("--surface"), 4.5],
      [palette("--ink"), 2],
    ]);
    if (layout.strip) strokeQ(context, scene, layout.strip);
    if (layout.band) drawCycles(context, scene, layout.band);
    context.restore();
  }
  drawSettleMarks(context, scene);
}

function strokeLine(
  context: Brush,
  { columns, layout }: ChartScene,
  t: number,
  strokes: readonly (readonly [color: string, width: number])[],
): void {
  if (t >= columns.record.recipe.breadth) return;
  context.beginPath();
  traceLine(context, { columns, layout }, t);
  context.lineJoin = "round";
  for (const [color, width] of strokes) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}

function strokeQ(context: Brush, scene: ChartScene, strip: NonNullable<ChartLayout["strip"]>): void {
  const { record, layout, selected, palette } = scene;
  context.beginPath();
  record.frames.forEach((frame, k) => {
    const q = frame.q[selected] ?? Number.NaN;
    if (Number.isFinite(q)) context.lineTo(xOf(layout, k), qOf(strip, q));
  });
  context.strokeStyle = palette("--ink");
  context.lineWidth = 1.5;
  context.lineJoin = "round";
  context.stroke();
}

/** A mark where each line came to rest: in the outcome's shape once the cursor has passed it, an open ring before. */
function drawSettleMarks(context: Brush, scene: ChartScene): void {
  const { layout, record, columns, views, cursor, palette, selected } = scene;
  const halo = palette("--surface");
  for (const view of views) {
    const t = view.index;
    const at = record.settledAt[t] ?? -1;
    if (at < 0) continue;
    const residual = record.frames[at]?.residual[t] ?? Number.NaN;
    if (!(residual >= 0)) continue;
    const x = xOf(layout, at);
    const y = yOf(layout, Math.log10(Math.max(residual, 1e-12)));
    const reached = view.settledAt !== null && at <= cursor;
    const radius = t === selected ? 5 : columns.record.recipe.breadth > 48 ? 2.5 : 3.5;
    if (reached) {
      const { shape } = OUTCOMES[view.outcome];
      drawMark(context, x, y, { shape, radius, color: viewColor(palette, view), halo });
    } else if (scene.future !== 0) {
      drawMark(context, x, y, { shape: "ring", radius, color: palette("--line-strong"), halo });
    }
  }
}
