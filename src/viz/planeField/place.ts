import type { Point } from "../../model/analysis/planar";

/** A square picture of the window |z1|, |z2| <= reach, `side` pixels wide. */
export interface PlaneFrame {
  readonly reach: number;
  readonly side: number;
}

/** Where a point lies in the picture, in pixels from the top left. */
export function placeOf({ reach, side }: PlaneFrame, [x, y]: Point): Point {
  return [((x + reach) / (2 * reach)) * side, ((reach - y) / (2 * reach)) * side];
}

/** The point under a place. */
export function pointAt({ reach, side }: PlaneFrame, [x, y]: Point): Point {
  return [(x / side) * 2 * reach - reach, reach - (y / side) * 2 * reach];
}

/** A point moved into the window. */
export function within(reach: number, [x, y]: Point): Point {
  const clamp = (value: number) => Math.min(reach, Math.max(-reach, value));
  return [clamp(x), clamp(y)];
}

/** A path through points as SVG. */
export function pathThrough(frame: PlaneFrame, points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [x, y] = placeOf(frame, point);
      return `${i === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join("");
}
