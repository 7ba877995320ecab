import type { RunRecord } from "../../model/eqr/record/record";

/** A rectangle in coordinates of the map. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** Extent of all coordinates of a record on two axes; grows in place as frames arrive. */
export interface Bounds {
  readonly record: RunRecord;
  readonly basis: number;
  readonly axes: readonly [number, number];
  scanned: number;
  left: number;
  right: number;
  low: number;
  high: number;
}

/** Brings the extent up to date, or measures anew for another record, basis or pair of axes. */
export function boundsFor(previous: Bounds | null, record: RunRecord, axes: readonly [number, number]): Bounds {
  const basis = record.basis?.id ?? 0;
  const fits =
    previous !== null &&
    previous.record === record &&
    previous.basis === basis &&
    previous.axes[0] === axes[0] &&
    previous.axes[1] === axes[1] &&
    previous.scanned <= record.frames.length;
  const bounds = fits ? previous : emptyBounds(record, basis, axes);
  for (let k = bounds.scanned; k < record.frames.length; k++) {
    const coords = record.frames[k]?.coords;
    if (!coords) continue;
    for (let t = 0; t < record.recipe.breadth; t++)
      include(bounds, coords[t * 3 + axes[0]] ?? Number.NaN, coords[t * 3 + axes[1]] ?? Number.NaN);
  }
  bounds.scanned = record.frames.length;
  return bounds;
}

function emptyBounds(record: RunRecord, basis: number, axes: readonly [number, number]): Bounds {
  const [none, nothing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { record, basis, axes, scanned: 0, left: none, right: nothing, low: none, high: nothing };
}

function include(bounds: Bounds, x: number, y: number): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  if (x < bounds.left) bounds.left = x;
  if (x > bounds.right) bounds.right = x;
  if (y < bounds.low) bounds.low = y;
  if (y > bounds.high) bounds.high = y;
}

const MARGIN = 0.08;

/**
 * The part of the plane to show: all that was measured and some space around it. The old one stays while everything fits
 * and it is not much too large, so that the map keeps still while a run streams. Null before anything is known.
 */
export function frameBox(previous: Box | null, bounds: Box): Box | null {
  if (!(bounds.left <= bounds.right)) return null;
  const width = bounds.right - bounds.left;
  const height = bounds.high - bounds.low;
  const span = Math.max(width, height, 1e-6);
  if (previous && holds(previous, bounds) && previous.right - previous.left < 3 * (width + span * MARGIN))
    return previous;
  const margin = span * MARGIN;
  return {
    left: bounds.left - margin,
    right: bounds.right + margin,
    low: bounds.low - margin,
    high: bounds.high + margin,
  };
}

function holds(outer: Box, inner: Box): boolean {
  return outer.left <= inner.left && outer.right >= inner.right && outer.low <= inner.low && outer.high >= inner.high;
}
