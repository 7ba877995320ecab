import type { RunRecord } from "../../model/eqr/record/record";
import { type ChartLayout, iterationAt, xOf, yOf } from "./layout";

/** A line under the pointer. */
export interface LineHit {
  readonly trajectory: number;
  readonly k: number;
}

/** The trajectory whose line passes nearest to a point of the chart, if within `reach` pixels; k is the nearest iteration. */
export function nearestLine(
  record: RunRecord,
  layout: ChartLayout,
  x: number,
  y: number,
  reach: number,
): LineHit | null {
  const last = record.frames.length - 1;
  const k = Math.min(iterationAt(layout, x), last);
  // Steep lines pass a point without any of their vertices being near, so segments are measured, not vertices.
  const from = Math.max(1, k - 2);
  const to = Math.min(last, k + 2);
  let best: LineHit | null = null;
  let nearest = reach;
  for (let t = 0; t < record.recipe.breadth; t++) {
    const pointAt = (i: number): Point => [xOf(layout, i), heightAt(record, layout, t, i)];
    for (let i = from; i <= to; i++) {
      const distance = segmentDistance([x, y], pointAt(i), pointAt(Math.min(to, i + 1)));
      if (distance <= nearest) {
        nearest = distance;
        best = { trajectory: t, k };
      }
    }
  }
  return best;
}

/** Height of a trajectory's line at an iteration, NaN where nothing is known. */
export function heightAt(record: RunRecord, layout: ChartLayout, t: number, k: number): number {
  const residual = record.frames[k]?.residual[t] ?? Number.NaN;
  return Number.isFinite(residual) ? yOf(layout, Math.log10(residual)) : Number.NaN;
}

type Point = readonly [x: number, y: number];

/** Distance of a point from a segment, NaN where an end is not known. */
export function segmentDistance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}
