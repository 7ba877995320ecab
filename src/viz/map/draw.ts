import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Brush } from "../draw/brush";
import { fontOf, LEAST_TYPE } from "../draw/font";
import { drawMark } from "../draw/marks";
import { backToFront } from "../draw/order";
import { type Palette, viewColor } from "../draw/palette";
import type { Size } from "../draw/useSize";
import { drawEvents } from "../nudges/drawEvents";
import { hasArrived, lineLook, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";
import { headOf, type Paths } from "./paths";
import { INSET, type Projection } from "./projection";
import { BANDS, tracePath } from "./trace";

export interface MapScene {
  readonly size: Size;
  readonly record: RunRecord;
  readonly views: readonly TrajectoryView[];
  readonly axes: readonly [number, number];
  readonly projection: Projection;
  readonly selected: number;
  readonly hovered: number | null;
  readonly cursor: number;
  /** Of the selected trajectory. */
  readonly cycles: readonly NudgeCycle[];
  readonly palette: Palette;
}

/** Draws paths, starts and present places of all trajectories; the selected one last, in ink. */
export function drawMap(context: Brush, paths: Paths, scene: MapScene): void {
  const { views, selected, hovered, palette } = scene;
  const byIndex: TrajectoryView[] = [];
  for (const view of views) byIndex[view.index] = view;
  const order = backToFront(views).filter((t) => t !== selected && t !== hovered);
  const front = [hovered, selected].filter((t, i, all) => t !== null && all.indexOf(t) === i) as number[];
  context.lineJoin = "round";
  context.lineCap = "round";
  // Zoomed in, paths must not run over the labels.
  const { left, top, right, bottom } = INSET;
  context.save();
  context.beginPath();
  context.rect(left, top - 1, scene.size.width - left - right, scene.size.height - top - bottom);
  context.clip();

  for (const t of order) {
    const view = byIndex[t];
    if (!view) continue;
    context.strokeStyle = viewColor(palette, view);
    const { dash, weight } = lineLook(view.outcome);
    context.lineWidth = (views.length > 48 ? 0.8 : 1.1) * weight;
    context.setLineDash([...dash]);
    strokeFading(context, paths, view, (alpha) => alpha * strength(view, views.length));
    context.setLineDash([]);
  }
  for (const t of order) markStart(context, paths, scene, byIndex[t]);
  for (const t of order) markPresent(context, paths, scene, byIndex[t]);
  for (const t of front) {
    const view = byIndex[t];
    if (!view) continue;
    context.strokeStyle = palette("--surface");
    context.lineWidth = 4.5;
    strokeFading(context, paths, view, (alpha) => (alpha > 0.5 ? 1 : 0));
    context.strokeStyle = t === selected ? palette("--ink") : viewColor(palette, view);
    context.lineWidth = 2;
    strokeFading(context, paths, view, (alpha) => Math.min(1, alpha * 1.3));
    markStart(context, paths, scene, view);
    if (t === selected) drawEvents(context, scene);
    markPresent(context, paths, scene, view);
  }
  context.restore();
}

/** Many wanderers lie on top of each other: each is drawn fainter, for together they are dark. */
function strength({ outcome }: TrajectoryView, breadth: number): number {
  return hasArrived(outcome) ? (breadth > 24 ? 0.75 : 0.9) : Math.min(0.9, 4.5 / Math.sqrt(breadth));
}

/**
 * Strokes a path in bands by age, as `inked` makes of each band's alpha: the eye finds the way it went. A settled
 * trajectory does not age: the way it came stays as clear as when it arrived.
 */
function strokeFading(context: Brush, paths: Paths, view: TrajectoryView, inked: (alpha: number) => number): void {
  const end = paths.length - 1;
  const now = Math.max(0, Math.min(end, (view.settledAt ?? Infinity) - (paths.first[view.index] ?? 0)));
  // Oldest first, so that newer stretches and their rims lie on top.
  for (const { from, to, alpha } of BANDS.toReversed()) {
    const last = from === 0 ? end : now - from;
    context.globalAlpha = inked(alpha);
    if (last < 0 || context.globalAlpha === 0) continue;
    context.beginPath();
    tracePath(context, paths, view.index, Math.max(0, now - to), last);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function markStart(context: Brush, paths: Paths, scene: MapScene, view: TrajectoryView | undefined): void {
  const place = view && startOf(paths, scene, view.index);
  if (!place?.every(Number.isFinite)) return;
  const color = scene.palette(view?.index === scene.selected ? "--ink" : "--outcome-moving");
  drawMark(context, place[0], place[1], { shape: "ring", radius: 4, color, halo: scene.palette("--surface") });
}

/** Where a trajectory began: the first point of its path, unless the path is too long to be held whole. */
function startOf(paths: Paths, { record, projection, axes }: MapScene, t: number): readonly [number, number] {
  const at = t * paths.length * 2;
  if (paths.first[t] === 0) return [paths.xy[at] ?? Number.NaN, paths.xy[at + 1] ?? Number.NaN];
  const coords = record.frames[0]?.coords;
  return [
    projection.left + projection.scale * (coords?.[t * 3 + axes[0]] ?? Number.NaN),
    projection.top - projection.scale * (coords?.[t * 3 + axes[1]] ?? Number.NaN),
  ];
}

function markPresent(context: Brush, paths: Paths, scene: MapScene, view: TrajectoryView | undefined): void {
  const head = view && view.outcome !== "start" ? headOf(paths, view.index) : null;
  if (!view || !head) return;
  const [x, y, dx, dy] = head;
  const { palette } = scene;
  const { shape } = OUTCOMES[view.outcome];
  const arrived = hasArrived(view.outcome);
  const chosen = view.index === scene.selected;
  const letter = arrived ? (view.grid?.letter ?? null) : null;
  const radius = (letter ? (letter.length > 1 ? 11 : 8.5) : arrived ? 6 : 4.5) + (chosen ? 1.5 : 0);
  const color = viewColor(palette, view);
  // The chevron points where the state is heading.
  const angle = shape === "chevron" && (dx !== 0 || dy !== 0) ? Math.atan2(dy, dx) : 0;
  if (chosen)
    drawMark(context, x, y, { shape: "ring", radius: radius + 5, color: palette("--ink"), halo: "transparent" });
  drawMark(context, x, y, { shape, radius, color, halo: palette("--surface"), angle });
  if (!letter) return;
  context.font = fontOf(700, chosen ? LEAST_TYPE + 1 : LEAST_TYPE);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = palette("--surface");
  context.fillText(letter, x, y + 0.5);
}
