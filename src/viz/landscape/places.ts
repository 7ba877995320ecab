import type { Landscape } from "../../model/experiments/landscape";
import type { Size } from "../draw/useSize";

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
/** Pixels between two points at least, and rounds of pushing. */
const BETWEEN = 4;
const ROUNDS = 200;

/** Nodes of a landscape: areas by share, places by distance at one scale for both directions, kept inside the box. */
export function nodesOf({ points, starts }: Landscape, { width, height }: Size): PlacedPoint[] {
  const reach = (axis: 0 | 1) => Math.max(1e-9, ...points.map(({ place }) => Math.abs(place[axis])));
  const scale = Math.min(Math.max(1, width / 2 - MARGIN) / reach(0), Math.max(1, height / 2 - MARGIN) / reach(1));
  const placed = points.map(({ place, count }) => ({
    x: width / 2 + (points.length > 1 ? place[0] * scale : 0),
    y: height / 2 - (points.length > 1 ? place[1] * scale : 0),
    radius: Math.max(SMALLEST, LARGEST * Math.sqrt(count / starts)),
  }));
  return movedApart(placed, { width, height });
}

/** Points that overlap, pushed apart along the line between them, each by its half; the others stay where they are. */
function movedApart(points: readonly PlacedPoint[], { width, height }: Size): PlacedPoint[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < ROUNDS; round++) {
    let still = true;
    moved.forEach((a, i) => {
      for (const b of moved.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        const missing = a.radius + b.radius + BETWEEN - distance;
        if (missing <= 0) continue;
        still = false;
        // On the same place there is no line between them: any will do, the same every time.
        const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [Math.cos(i), Math.sin(i)];
        shift(a, (-ux * missing) / 2, (-uy * missing) / 2);
        shift(b, (ux * missing) / 2, (uy * missing) / 2);
      }
    });
    if (still) break;
  }
  return moved;

  function shift(point: { x: number; y: number; radius: number }, dx: number, dy: number): void {
    point.x = Math.max(point.radius, Math.min(width - point.radius, point.x + dx));
    point.y = Math.max(point.radius, Math.min(height - point.radius, point.y + dy));
  }
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
