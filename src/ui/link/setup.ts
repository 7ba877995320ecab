import * as v from "valibot";
import type { Window } from "../../model/experiments/basins";
import { BASIN_SIZES, type BasinsState, PLANE_CHOICES } from "../views/basins/store";
import { BLOW_KINDS, KICK_SIZES, type KickState } from "../views/kick/store";
import { CLUE_SHIFTS, LANDSCAPE_STARTS, type LandscapeState } from "../views/landscape/store";

/** How the view in a link is set up, for the views whose experiments have more to them than the recipe. */
export type ViewSetup =
  | ({ readonly view: "basins" } & BasinsState)
  | ({ readonly view: "kick" } & KickState)
  | ({ readonly view: "landscape" } & Omit<LandscapeState, "chosen">);

type SetupOf<K extends ViewSetup["view"]> = Extract<ViewSetup, { readonly view: K }>;

/** Fields joined by colons: "starts:64:0.5:0.2:0.01", "noise:0.5:40.41:-:0", "32:-4:0". */
export function writeSetup(setup: ViewSetup): string {
  switch (setup.view) {
    case "basins": {
      const { choice, size, window } = setup;
      return [choice, size, ...(window ? [window.x, window.y, window.half] : [])].join(":");
    }
    case "kick": {
      const { how, size, onlyCells, cells, towards, draw } = setup;
      const where = onlyCells ? cells.join(".") || NONE : "all";
      return [how, size, where, towards === null ? NONE : towards + 1, draw].join(":");
    }
    case "landscape":
      return [setup.starts, setup.clueShift, setup.ladder ? 1 : 0].join(":");
  }
}

/** How the view of a link is set up, by what stands in it; null where that cannot be read, or the view has no setup. */
export function readSetup(view: string, written: string): ViewSetup | null {
  const fields = written.split(":");
  switch (view) {
    case "basins":
      return parsed(Basins, fields);
    case "kick":
      return parsed(Kick, fields);
    case "landscape":
      return parsed(LandscapeFields, fields);
    default:
      return null;
  }
}

/** A square in numbers short enough to be the same again after a link. */
export function tidyWindow({ x, y, half }: Window): Window {
  return { x: Number(x.toFixed(9)) + 0, y: Number(y.toFixed(9)) + 0, half: Number(half.toPrecision(6)) };
}

const NONE = "-";
/** Root mean squares: farther out no start of any use lies, and finer than this all states of a square are the same. */
const WINDOW = { reach: 1000, finest: 1e-7 } as const;

function parsed<T>(schema: v.GenericSchema<unknown, T>, fields: readonly string[]): T | null {
  const read = v.safeParse(schema, fields);
  return read.success ? read.output : null;
}

const number = v.pipe(v.string(), v.regex(/^-?\d{1,10}(\.\d{1,20})?(e-?\d{1,2})?$/), v.transform(Number));
const within = (min: number, max: number) => v.pipe(number, v.minValue(min), v.maxValue(max));
const wholeWithin = (min: number, max: number) => v.pipe(within(min, max), v.integer());
const one = <T extends number>(list: readonly T[]) =>
  v.pipe(
    v.string(),
    v.transform((text) => list.find((known) => String(known) === text)),
    v.custom<T>((found) => found !== undefined),
  );

const place = within(-WINDOW.reach, WINDOW.reach);
const Basins = v.pipe(
  v.union([
    v.strictTuple([v.picklist(PLANE_CHOICES), one(BASIN_SIZES)]),
    v.strictTuple([v.picklist(PLANE_CHOICES), one(BASIN_SIZES), place, place, within(WINDOW.finest, WINDOW.reach)]),
  ]),
  v.transform(
    ([choice, size, x, y, half]): SetupOf<"basins"> => ({
      view: "basins",
      choice,
      size,
      window: x === undefined || y === undefined || half === undefined ? null : { x, y, half },
    }),
  ),
);

const cells = v.pipe(
  v.string(),
  v.transform((text) => (text === NONE ? [] : text.split("."))),
  v.array(wholeWithin(0, 80)),
  v.check((list) => list.every((cell, i) => i === 0 || cell > (list[i - 1] ?? 81))),
);
const Kick = v.pipe(
  v.strictTuple([
    v.picklist(BLOW_KINDS),
    within(KICK_SIZES.min, KICK_SIZES.max),
    v.union([v.literal("all"), cells]),
    v.union([v.literal(NONE), wholeWithin(1, 1024)]),
    wholeWithin(0, 99_999),
  ]),
  v.transform(
    ([how, size, where, towards, draw]): SetupOf<"kick"> => ({
      view: "kick",
      how,
      size,
      onlyCells: where !== "all",
      cells: where === "all" ? [] : where,
      towards: towards === NONE ? null : towards - 1,
      draw,
    }),
  ),
);

const LandscapeFields = v.pipe(
  v.strictTuple([one(LANDSCAPE_STARTS), wholeWithin(CLUE_SHIFTS.min, CLUE_SHIFTS.max), v.picklist(["0", "1"])]),
  v.transform(
    ([starts, clueShift, ladder]): SetupOf<"landscape"> => ({
      view: "landscape",
      starts,
      clueShift,
      ladder: ladder === "1",
    }),
  ),
);
