import { marksOf, type Plane } from "../analysis/plane";
import { START_DEVIATION } from "../eqr/recipe/startDeviation";

/** A square of a plane through latent space, in root mean squares (analysis/plane.ts). */
export interface PlaneWindow {
  readonly x: number;
  readonly y: number;
  /** Half of its side. */
  readonly half: number;
}

/** A pixel without a basin: it is still to be run, it did not settle within the depth, or its state broke. */
export const PENDING = -1;
export const WANDERING = -2;
export const BROKEN = -3;

/** A settled state, known by the grid that it decodes to. */
export interface Basin {
  /** [cells] */
  readonly digits: Uint8Array;
  /** Whether the grid obeys the rules and keeps the givens. */
  readonly valid: boolean;
  readonly count: number;
}

/** Where the starts of a square end, pixel by pixel. */
export interface BasinMap {
  readonly size: number;
  /** [size * size] index into basins, or PENDING, WANDERING, BROKEN; row by row from the top left (y is largest there). */
  readonly basin: Int16Array;
  /** [size * size] iterations that it took to settle, or that were made. */
  readonly iterations: Uint16Array;
  /** In the order of their first pixel, coarse to fine: the same for the same request, whichever device ran it. */
  readonly basins: readonly Basin[];
  /** Pixels run. */
  readonly done: number;
  readonly plane: Plane;
  /** The square that is drawn. */
  readonly window: PlaneWindow;
}

/** The centre of a pixel in the plane. */
export function pointOf(pixel: number, size: number, { x, y, half }: PlaneWindow): { x: number; y: number } {
  const side = (2 * half) / size;
  return {
    x: x - half + (pixel % size) * side + side / 2,
    y: y + half - Math.floor(pixel / size) * side - side / 2,
  };
}

/** The square that shows a plane's own points with a margin around them. */
export function windowAround(plane: Plane): PlaneWindow {
  const marks = marksOf(plane);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(marks.map(([x]) => x)), middle(marks.map(([, y]) => y))];
  const reach = Math.max(...marks.map(([mx, my]) => Math.max(Math.abs(mx - x), Math.abs(my - y))));
  return { x, y, half: reach > 0 ? MARGIN * reach : ALONE };
}

const MARGIN = 1.6;
/** Around a single point: as far as from one Gaussian start to the next. */
const ALONE = 1.5 * START_DEVIATION;
