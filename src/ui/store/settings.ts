import * as v from "valibot";
import { type PersistStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { KernelShape } from "../../model/eqr/backend/backend";
import { clampField, FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { SELECTS, type Select } from "../../model/eqr/recipe/selection";
import { readShape } from "../../model/maps/relational/kernels/shape";
import { SPEEDS } from "../run/playback";

export type Theme = "auto" | "light" | "dark";
export type Axes = readonly [number, number];

/** What a person has set up and finds again after a reload. None of it is the puzzle, none of it is the run. */
export interface Settings {
  /** The recipe's numbers. */
  readonly fields: Readonly<Record<NumericField, number>>;
  /** Name of the model that a person chose; empty where the page chooses by the device. */
  readonly chosenModel: string;
  /** How the list is ordered and which trajectory is followed. */
  readonly rule: Select;
  /** What both were before the puzzle on the board brought its preset along; null where it brought none. */
  readonly beforePreset: { readonly fields: Settings["fields"]; readonly rule: Select } | null;
  readonly speed: number;
  readonly axes: Axes;
  /** Whether the map's axes are fitted by themselves, early in a run and at its end. */
  readonly autofit: boolean;
  /** Whether the chart also draws q of the selected trajectory. */
  readonly showQ: boolean;
  readonly drawerOpen: boolean;
  readonly theme: Theme;
  /** By device, the shape of the kernels that was measured to be the fastest there. */
  readonly shapes: Readonly<Record<string, KernelShape>>;
  /** Banners that were closed for good. */
  readonly dismissed: readonly string[];
}

const names = Object.keys(FIELDS) as NumericField[];

export const DEFAULT_FIELDS = Object.fromEntries(names.map((name) => [name, FIELDS[name].default])) as Record<
  NumericField,
  number
>;

export const DEFAULT_SETTINGS: Settings = {
  fields: DEFAULT_FIELDS,
  chosenModel: "",
  rule: "residual",
  beforePreset: null,
  speed: 12,
  axes: [0, 1],
  autofit: true,
  showQ: true,
  drawerOpen: false,
  theme: "auto",
  shapes: {},
  dismissed: [],
};

/** A number as a recipe may hold it: in range, and short enough to be the same number again after a link. */
export function tidyField(field: NumericField, value: number): number {
  const { integer, scale } = FIELDS[field];
  if (integer) return clampField(field, value);
  return clampField(field, Number(scale === "log" ? value.toPrecision(3) : value.toFixed(3)));
}

export const AXES: readonly Axes[] = [
  [0, 1],
  [0, 2],
  [1, 2],
];

const Stored = v.object({
  fields: v.record(v.string(), v.number()),
  chosenModel: v.string(),
  rule: v.picklist(SELECTS),
  beforePreset: v.nullable(v.object({ fields: v.record(v.string(), v.number()), rule: v.picklist(SELECTS) })),
  // JSON has no Infinity: it comes back as null.
  speed: v.pipe(
    v.nullable(v.number()),
    v.transform((speed) => speed ?? Number.POSITIVE_INFINITY),
  ),
  axes: v.pipe(
    v.tuple([v.number(), v.number()]),
    v.check(([x, y]) => AXES.some(([a, b]) => a === x && b === y)),
  ),
  autofit: v.boolean(),
  showQ: v.boolean(),
  drawerOpen: v.boolean(),
  theme: v.picklist(["auto", "light", "dark"]),
  // Those that only an older page knew are left out, and measured anew.
  shapes: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((shapes) =>
      Object.fromEntries(
        Object.entries(shapes).flatMap(([device, kept]) => {
          const shape = readShape(kept);
          return shape ? [[device, shape] as const] : [];
        }),
      ),
    ),
  ),
  dismissed: v.array(v.string()),
});

/** Settings from a store of unknown age: what does not fit is left at its default. */
export function reviveSettings(stored: unknown): Settings {
  const parsed = v.safeParse(v.partial(Stored), stored);
  if (!parsed.success) return DEFAULT_SETTINGS;
  const { fields = {}, beforePreset = null, speed = DEFAULT_SETTINGS.speed, ...rest } = parsed.output;
  return {
    ...DEFAULT_SETTINGS,
    ...rest,
    speed: SPEEDS.some((known) => known === speed) ? speed : DEFAULT_SETTINGS.speed,
    fields: tidied(fields),
    beforePreset: beforePreset && { rule: beforePreset.rule, fields: tidied(beforePreset.fields) },
  };
}

function tidied(fields: Readonly<Record<string, number>>): Settings["fields"] {
  return Object.fromEntries(
    names.map((name) => [name, tidyField(name, fields[name] ?? Number.NaN)]),
  ) as Settings["fields"];
}

export function createSettingsStore(storage?: PersistStorage<Settings>) {
  return createStore<Settings>()(
    persist(() => DEFAULT_SETTINGS, {
      name: "settle.settings",
      version: 1,
      storage,
      merge: reviveSettings,
    }),
  );
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;
