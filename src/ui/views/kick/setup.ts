import * as v from "valibot";
import type { Perturbation } from "../../../model/experiments/perturbation";
import { cellsOf } from "../../../model/tasks/task";
import { readFields, wholeWithin, within } from "../fields";
import type { Setup } from "../view";

export const PERTURBATION_KINDS = ["noise", "erase", "towards"] as const satisfies readonly Perturbation["kind"][];

/** How a person has set up the next kick. A link to its view keeps it, a reload does not. */
export interface KickState {
  readonly how: Perturbation["kind"];
  /** Length of the kick relative to the part it changes. */
  readonly size: number;
  /** Whether only the brushed cells are hit. */
  readonly onlyCells: boolean;
  /** Brushed cells, ascending. */
  readonly cells: readonly number[];
  /** The trajectory to kick towards; null takes the next one. */
  readonly towards: number | null;
  /** Which kick of this kind: counts up at every press. */
  readonly draw: number;
}

export const KICK_SIZES = { min: 0.01, max: 64 } as const;

/** "noise:0.5:40.41:-:0". The link gives the kick that was given last, not the one that would be next. */
export const kickSetup: Setup<KickState> = {
  initial: { how: "noise", size: 0.5, onlyCells: false, cells: [], towards: null, draw: 0 },
  write({ how, size, onlyCells, cells, towards, draw }) {
    const where = onlyCells ? cells.join(".") || NONE : "all";
    return [how, size, where, towards === null ? NONE : towards + 1, Math.max(0, draw - 1)].join(":");
  },
  read(text, grid) {
    const read = readFields(Fields, text);
    return read && (read.cells.at(-1) ?? 0) < cellsOf(grid) ? read : null;
  },
};

/** The cells with one more or one less. */
export function withBrushed(cells: readonly number[], cell: number, on: boolean): readonly number[] {
  if (cells.includes(cell) === on) return cells;
  return on ? [...cells, cell].sort((a, b) => a - b) : cells.filter((other) => other !== cell);
}

const NONE = "-";

const ascending = v.pipe(
  v.string(),
  v.transform((text) => (text === NONE ? [] : text.split("."))),
  v.array(wholeWithin(0, 99_999)),
  v.check((list) => list.every((cell, i) => i === 0 || cell > (list[i - 1] ?? cell))),
);
const Fields = v.pipe(
  v.strictTuple([
    v.picklist(PERTURBATION_KINDS),
    within(KICK_SIZES.min, KICK_SIZES.max),
    v.union([v.literal("all"), ascending]),
    v.union([v.literal(NONE), wholeWithin(1, 1024)]),
    wholeWithin(0, 99_999),
  ]),
  v.transform(
    ([how, size, where, towards, draw]): KickState => ({
      how,
      size,
      onlyCells: where !== "all",
      cells: where === "all" ? [] : where,
      towards: towards === NONE ? null : towards - 1,
      draw,
    }),
  ),
);
