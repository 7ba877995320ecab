import type { RunRecord } from "../../model/eqr/record/record";
import type { Projection } from "./projection";

/**
 * Paths of all trajectories in pixels. A buffer that is filled anew at every drawing, and what drawing, hit testing and
 * the glide to a new basis all read. The last point of each path is where the trajectory is at the cursor; the points
 * before it are the `length - 1` iterations up to the cursor, or up to where it settled.
 */
export interface Paths {
  /** [breadth, length, 2]; NaN where a state's place is not known. */
  xy: Float32Array;
  /** [breadth, length] the cycle of each state, 0 without nudges: no path leads from one cycle to the next. */
  cycle: Uint16Array;
  /** [breadth] iteration of the first point. */
  first: Int32Array;
  breadth: number;
  length: number;
  cursor: number;
}

/** Points held at most. A run of more shows the last stretch of every path. */
const POINT_BUDGET = 24_000;

/** Iterations after settling that still belong to the way: by then a state moves by less than a pixel. */
const SETTLING = 32;

export function createPaths(): Paths {
  return {
    xy: new Float32Array(0),
    cycle: new Uint16Array(0),
    first: new Int32Array(0),
    breadth: 0,
    length: 0,
    cursor: 0,
  };
}

/** How many points a path has. */
export function tailLength(breadth: number, cursor: number): number {
  return Math.min(cursor + 1, Math.max(64, Math.floor(POINT_BUDGET / breadth)));
}

/** The iteration of a path's i-th point. */
export function iterationOf(paths: Paths, t: number, i: number): number {
  return i === paths.length - 1 ? paths.cursor : (paths.first[t] ?? 0) + i;
}

/** Projects the states up to the cursor into the buffer, which is only ever enlarged. */
export function fillPaths(
  paths: Paths,
  record: RunRecord,
  axes: readonly [number, number],
  cursor: number,
  projection: Projection,
): void {
  const breadth = record.recipe.breadth;
  const last = Math.min(cursor, record.frames.length - 1);
  const length = tailLength(breadth, last);
  resize(paths, breadth, length, last);
  const { scale, left, top } = projection;
  for (let t = 0; t < breadth; t++) {
    const settledAt = record.settledAt[t] ?? -1;
    const way = settledAt < 0 ? last : Math.min(last, settledAt + SETTLING);
    paths.first[t] = Math.max(0, way - length + 1);
    for (let i = 0; i < length; i++) {
      const frame = record.frames[iterationOf(paths, t, i)];
      const coords = frame?.coords;
      const at = (t * length + i) * 2;
      paths.xy[at] = left + scale * (coords?.[t * 3 + axes[0]] ?? Number.NaN);
      paths.xy[at + 1] = top - scale * (coords?.[t * 3 + axes[1]] ?? Number.NaN);
      paths.cycle[t * length + i] = frame?.cycle?.[t] ?? 0;
    }
  }
}

function resize(paths: Paths, breadth: number, length: number, cursor: number): void {
  const needed = breadth * length * 2;
  if (paths.xy.length < needed) {
    paths.xy = new Float32Array(Math.ceil(needed * 1.5));
    paths.cycle = new Uint16Array(Math.ceil(needed * 0.75));
  }
  if (paths.first.length < breadth) paths.first = new Int32Array(breadth);
  Object.assign(paths, { breadth, length, cursor });
}

/** A copy that later fillings leave alone. */
export function copyPaths(paths: Paths): Paths {
  const points = paths.breadth * paths.length;
  return {
    ...paths,
    xy: paths.xy.slice(0, points * 2),
    cycle: paths.cycle.slice(0, points),
    first: paths.first.slice(),
  };
}

/**
 * Puts `paths` a share of the way from where they were to where they are. States whose former place is not known are
 * at the new one at once.
 */
export function blendPaths(paths: Paths, before: Paths, share: number): void {
  if (paths.breadth !== before.breadth) return;
  for (let t = 0; t < paths.breadth; t++)
    for (let i = 0; i < paths.length; i++) {
      const k = iterationOf(paths, t, i);
      const j = k === before.cursor ? before.length - 1 : k - (before.first[t] ?? 0);
      if (j < 0 || j >= before.length) continue;
      const at = (t * paths.length + i) * 2;
      const was = (t * before.length + j) * 2;
      const [x0, y0] = [before.xy[was] ?? Number.NaN, before.xy[was + 1] ?? Number.NaN];
      if (Number.isNaN(x0)) continue;
      paths.xy[at] = x0 + ((paths.xy[at] ?? Number.NaN) - x0) * share;
      paths.xy[at + 1] = y0 + ((paths.xy[at + 1] ?? Number.NaN) - y0) * share;
    }
}

/**
 * The last known point of a trajectory's path and the way to it from the one before, as [x, y, dx, dy]; no way where a
 * cycle begins with it. Null when none is known.
 */
export function headOf(paths: Paths, t: number): readonly [number, number, number, number] | null {
  let head: readonly [number, number] | null = null;
  const cycle = paths.cycle[(t + 1) * paths.length - 1];
  for (let i = paths.length - 1; i >= 0; i--) {
    const at = (t * paths.length + i) * 2;
    const [x, y] = [paths.xy[at] ?? Number.NaN, paths.xy[at + 1] ?? Number.NaN];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (head && paths.cycle[t * paths.length + i] !== cycle) break;
    if (head) return [head[0], head[1], head[0] - x, head[1] - y];
    head = [x, y];
  }
  return head && [head[0], head[1], 0, 0];
}

export interface StateHit {
  readonly trajectory: number;
  readonly k: number;
}

/**
 * The state nearest to a point, if within `reach` pixels. Where each trajectory is now counts as nearer than where it
 * has been, for that is what the marks show.
 */
export function nearestState(paths: Paths, x: number, y: number, reach: number): StateHit | null {
  let best: StateHit | null = null;
  let nearest = reach * reach;
  for (let t = 0; t < paths.breadth; t++)
    for (let i = paths.length - 1; i >= 0; i--) {
      const at = (t * paths.length + i) * 2;
      const dx = (paths.xy[at] ?? Number.NaN) - x;
      const dy = (paths.xy[at + 1] ?? Number.NaN) - y;
      const distance = (dx * dx + dy * dy) * (i === paths.length - 1 ? 0.25 : 1);
      if (distance < nearest) {
        nearest = distance;
        best = { trajectory: t, k: iterationOf(paths, t, i) };
      }
    }
  return best;
}
