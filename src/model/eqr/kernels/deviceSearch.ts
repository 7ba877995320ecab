import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Device } from "../../gpu/device";
import type { Readback } from "../../gpu/readback";
import type { Grid } from "../../tasks/task";
import type { Search, Searcher } from "../backend/search";
import { NUDGE } from "../nudges/nudge";
import type { Recipe } from "../recipe/recipe";
import type { MapKernels, Rules } from "./mapKernels";
import { summaryLayout } from "./packing";
import { firstRecords, unpackSearchSummary } from "./summary";

export interface DeviceSearchDeps {
  readonly device: Device;
  readonly states: MapKernels;
  readonly readback: Readback;
  /** Throws where the device has run out of memory. */
  checkMemory(): void;
}

/** What the rows hold beside their states. */
interface Rows {
  readonly count: number;
  /** Conditions of the problems, and with the hypotheses that stand, [count, conditionSize]. */
  readonly puzzle: TensorInfo;
  readonly x: TensorInfo;
  /** What the step after a look starts from, [count, size]. */
  readonly base: Tensor;
  /** The newest summaries, [count, SUMMARY]. */
  readonly record: Tensor;
}

/** A search in which each summary carries where its trajectory stands to the next (standing.wgsl). */
export function createDeviceSearch(
  { device, states, readback, checkMemory }: DeviceSearchDeps,
  { seed, lambda, sigma, nudges, tolerance }: Recipe,
  grid: Grid,
  size: number,
): Search {
  const { SUMMARY } = summaryLayout(grid);
  const { conditionSize } = states;
  /** An accepted trajectory is at rest, and halts at once. */
  const rules: Rules = { haltBy: 1, haltRun: 1, tolerance, nudges };
  let rows: Rows | null = null;
  /** Whether the newest state has been looked at, so that the next step starts from `base`. */
  let looked = false;
  let unread: Tensor[] = [];

  function allocate(count: number): Rows {
    const buffer = (width: number) => ({ ...device.allocate(count * width), shape: [count, width] });
    return {
      count,
      puzzle: buffer(conditionSize),
      x: buffer(conditionSize),
      base: device.tensor([count, size]),
      record: device.tensor([count, SUMMARY]),
    };
  }

  function release({ puzzle, x, base, record }: Rows): void {
    device.release(puzzle, x);
    base.dispose();
    // One that waits to be read is disposed then.
    if (!unread.includes(record)) record.dispose();
  }

  /** Writes those that join into their rows. */
  function join(into: Rows, joining: readonly { readonly to: number; readonly who: Searcher }[], k: number): void {
    if (joining.length === 0) return;
    const conditions = device.upload(states.condition(joining.map(({ who }) => who.input)));
    const records = device.upload(
      firstRecords(
        joining.map(({ who }) => who.trajectory),
        k,
        grid,
      ),
    );
    const rowsOf = (source: TensorInfo) => joining.map(({ to }, row) => ({ source, row, to }));
    device.copyRows(rowsOf(conditions), into.puzzle, conditionSize);
    device.copyRows(rowsOf(conditions), into.x, conditionSize);
    device.copyRows(rowsOf(records), into.record, SUMMARY);
    device.release(conditions, records);
  }

  return {
    become(wanted, k) {
      const joining = wanted.flatMap((who, to) => (typeof who === "number" ? [] : [{ to, who }]));
      const before = rows;
      const inPlace =
        before?.count === wanted.length && wanted.every((who, to) => typeof who !== "number" || who === to);
      if (before && inPlace) return join(before, joining, k);
      const after = allocate(wanted.length);
      if (before) {
        const kept = wanted.flatMap((row, to) => (typeof row === "number" ? [{ row, to }] : []));
        const take = (source: TensorInfo, target: TensorInfo, width: number) =>
          device.copyRows(
            kept.map(({ row, to }) => ({ source, row, to })),
            target,
            width,
          );
        take(before.puzzle, after.puzzle, conditionSize);
        take(before.x, after.x, conditionSize);
        take(before.record, after.record, SUMMARY);
        release(before);
      }
      join(after, joining, k);
      rows = after;
      looked = false;
    },

    source: (z) => (rows && looked ? rows.base : z),

    step(z, k) {
      if (!rows) throw new Error("A search without rows makes no step.");
      const { puzzle, x, base, record } = rows;
      const options = { k, seed, lambda, sigma, first: 0 };
      const made = states.step({ z: looked ? base : z, x, axes: null, options, record }, rules);
      if (!unread.includes(record)) record.dispose();
      rows = { ...rows, record: made.summary };
      unread.push(made.summary);
      looked = k % NUDGE.look === 0;
      if (looked) {
        states.again(made.z, made.summary, { k, seed }, base);
        states.suppose(puzzle, made.summary, x);
      }
      return made;
    },

    async read(summaries) {
      const reading = readback.read(summaries);
      // Those that nobody asks for are passed over.
      const done = unread;
      unread = [];
      for (const summary of done) if (summary !== rows?.record) summary.dispose();
      const read = await reading;
      checkMemory();
      return read.map((values) => unpackSearchSummary(values, grid));
    },

    dispose() {
      for (const summary of unread) if (summary !== rows?.record) summary.dispose();
      unread = [];
      if (rows) release(rows);
      rows = null;
    },
  };
}
