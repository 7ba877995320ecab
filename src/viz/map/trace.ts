import type { Paths } from "./paths";

/** Ages in iterations before the cursor, and how strongly each is drawn. */
export const BANDS: readonly { readonly from: number; readonly to: number; readonly alpha: number }[] = [
  { from: 0, to: 12, alpha: 1 },
  { from: 12, to: 40, alpha: 0.68 },
  { from: 40, to: 120, alpha: 0.48 },
  { from: 120, to: Number.POSITIVE_INFINITY, alpha: 0.34 },
];

/** Steps shorter than this many pixels are not drawn: a settled state stays on one pixel for thousands of iterations. */
const SHORTEST = 0.5;

/** Traces a trajectory's path over the points first..last of the buffer, joining those that are known and of one cycle. */
export function tracePath(
  pen: Pick<CanvasRenderingContext2D, "moveTo" | "lineTo">,
  paths: Paths,
  t: number,
  first: number,
  last: number,
): void {
  let [x, y] = [Number.NaN, Number.NaN];
  let cycle = 0;
  for (let i = first; i <= last; i++) {
    const at = (t * paths.length + i) * 2;
    const nextX = paths.xy[at] ?? Number.NaN;
    const nextY = paths.xy[at + 1] ?? Number.NaN;
    if (!Number.isFinite(nextX) || !Number.isFinite(nextY)) continue;
    const now = paths.cycle[t * paths.length + i] ?? 0;
    if (Number.isNaN(x) || now !== cycle) pen.moveTo(nextX, nextY);
    else if (Math.abs(nextX - x) + Math.abs(nextY - y) < SHORTEST && i < last) continue;
    else pen.lineTo(nextX, nextY);
    cycle = now;
    x = nextX;
    y = nextY;
  }
}
