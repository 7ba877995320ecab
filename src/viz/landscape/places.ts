import type { FixedPoint, Landscape } from "../../model/experiments/landscape";
import type { Size } from "../draw/useSize";
import { GRID_HUES, OUTCOMES } from "../outcome";

/** Where a fixed point is drawn and how large, in CSS pixels. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const MARGIN = 46;
/** Radii of a point that all starts settle on, and of one that hardly any do. */
const LARGEST = 34;
const SMALLEST = 8;

/** Nodes of a landscape: areas by share, places by distance at one scale for both directions, kept inside the box. */
export function nodesOf({ points, starts }: Landscape, { width, height }: Size): PlacedPoint[] {
  const reach = (axis: 0 | 1) => Math.max(1e-9, ...points.map(({ place }) => Math.abs(place[axis])));
  const scale = Math.min(Math.max(1, width / 2 - MARGIN) / reach(0), Math.max(1, height / 2 - MARGIN) / reach(1));
  return points.map(({ place, count }) => ({
    x: width / 2 + (points.length > 1 ? place[0] * scale : 0),
    y: height / 2 - (points.length > 1 ? place[1] * scale : 0),
    radius: Math.max(SMALLEST, LARGEST * Math.sqrt(count / starts)),
  }));
}

/** Edges of the shortest tree that joins all n points (Prim): enough to read who is near whom. */
export function shortestTree(distances: ArrayLike<number>, n: number): (readonly [number, number])[] {
  const edges: (readonly [number, number])[] = [];
  const near = Array.from({ length: n }, (_, i) => ({ from: 0, distance: distances[i] ?? Number.NaN }));
  const open = new Set(Array.from({ length: n }, (_, i) => i).slice(1));
  while (open.size > 0) {
    let next = -1;
    for (const i of open) if (next < 0 || (near[i]?.distance ?? 0) < (near[next]?.distance ?? 0)) next = i;
    open.delete(next);
    edges.push([near[next]?.from ?? 0, next]);
    for (const i of open) {
      const distance = distances[next * n + i] ?? Number.NaN;
      if (distance < (near[i]?.distance ?? 0)) near[i] = { from: next, distance };
    }
  }
  return edges;
}

/** The custom property of a fixed point: hues of their own only where several valid grids are told apart. */
export function pointVariable(points: readonly FixedPoint[], index: number): `--${string}` {
  if (!points[index]?.valid) return OUTCOMES["settled-other"].variable;
  const several = points.filter(({ valid }) => valid).length > 1;
  return (several ? GRID_HUES[index % GRID_HUES.length] : undefined) ?? OUTCOMES["settled-valid"].variable;
}
