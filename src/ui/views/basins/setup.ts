import * as v from "valibot";
import type { PlaneWindow } from "../../../model/experiments/basins";
import { oneOf, readFields, within } from "../fields";
import type { Setup } from "../view";

export const PLANE_CHOICES = ["starts", "settled", "directions"] as const;

/** Which states the next basin map's plane goes through. */
export type PlaneChoice = (typeof PLANE_CHOICES)[number];

/** Pixels along a side, each twice the one before. */
export const BASIN_SIZES = [16, 32, 64, 128, 256] as const;

/** How a person has set up the next basin map. */
export interface BasinsState {
  readonly choice: PlaneChoice;
  readonly size: (typeof BASIN_SIZES)[number];
  /** The square that was zoomed to; null fits one around what spans the plane. */
  readonly window: PlaneWindow | null;
}

/** "starts:64", or "starts:64:0.5:0.2:0.01" with a window. */
export const basinsSetup: Setup<BasinsState> = {
  initial: { choice: "starts", size: 32, window: null },
  write: ({ choice, size, window }) => [choice, size, ...(window ? [window.x, window.y, window.half] : [])].join(":"),
  read: (text) => readFields(Fields, text),
};

/** A square in numbers short enough to be the same again after a link. */
export function tidyWindow({ x, y, half }: PlaneWindow): PlaneWindow {
  return { x: Number(x.toFixed(9)) + 0, y: Number(y.toFixed(9)) + 0, half: Number(half.toPrecision(6)) };
}

/** Root mean squares: farther out no start of any use lies, and finer than this all states of a square are the same. */
const WINDOW = { reach: 1000, finest: 1e-7 } as const;

const place = within(-WINDOW.reach, WINDOW.reach);
const Fields = v.pipe(
  v.union([
    v.strictTuple([v.picklist(PLANE_CHOICES), oneOf(BASIN_SIZES)]),
    v.strictTuple([v.picklist(PLANE_CHOICES), oneOf(BASIN_SIZES), place, place, within(WINDOW.finest, WINDOW.reach)]),
  ]),
  v.transform(
    ([choice, size, x, y, half]): BasinsState => ({
      choice,
      size,
      window: x === undefined || y === undefined || half === undefined ? null : { x, y, half },
    }),
  ),
);
