import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { GpuClock } from "../../gpu/clock";
import type { Device } from "../../gpu/device";
import type { Readback } from "../../gpu/readback";
import type { Problem } from "../../tasks/task";
import type { MapBackend } from "../backend/backend";
import type { Dynamics } from "../backend/dynamics";
import { NUDGE } from "../nudges/nudge";
import { createNudgeLog, PURE } from "../nudges/nudgeLog";
import { HALT_BY, type Recipe } from "../recipe/recipe";
import { sigmaAt } from "../recipe/schedule";
import { replay } from "../run/replay";
import { startStates } from "../run/termStart";
import type { MapKernels, Rules } from "./mapKernels";
import { summaryLayout } from "./packing";
import { firstRecords, nudgeStateOf, unpackSummary } from "./summary";

/** What halts a trajectory, as the kernels are told (standing.wgsl). */
function rulesOf(recipe: Recipe): Rules {
  const { tolerance, nudges, haltRun } = recipe;
  const haltBy = HALT_BY[recipe.haltBy] === "q" ? 2 : 1;
  return { tolerance, nudges, haltBy, haltRun: haltRun === 0 ? NEVER : haltRun };
}

/** More iterations than any recipe has. */
const NEVER = 2 ** 24;

/** What the dynamics of a run need of the backend that they are part of. */
export interface DeviceDynamicsDeps {
  readonly backend: () => MapBackend;
  readonly device: Device;
  readonly states: MapKernels;
  readonly readback: Readback;
  readonly clock: GpuClock;
  /** Throws where the device has run out of memory. */
  checkMemory(): void;
}

/**
 * The dynamics where halting (halting.ts) and nudges (nudging.ts) run on the device: the summaries of a step carry where its
 * trajectories stand to the next. They never wait for a look; what it did is read off later. A trajectory that has halted
 * stays as it is.
 */
export function createDeviceDynamics(
  { backend, device, states, readback, clock, checkMemory }: DeviceDynamicsDeps,
  recipe: Recipe,
  problem: Problem,
): Dynamics {
  const { breadth, seed, lambda, nudges } = recipe;
  const rules = rulesOf(recipe);
  const { grid } = problem;
  const { SUMMARY } = summaryLayout(grid);
  const { size } = backend();
  const { conditionSize } = states;
  const log = nudges > 0 ? createNudgeLog(breadth, grid) : null;
  /** Iteration of the next summary that will be read. */
  let next = 1;
  let rows = Array.from({ length: breadth }, (_, t) => t);
  const puzzle = device.upload(states.condition([problem.input]));
  let record = device.tensor([breadth, SUMMARY], firstRecords(rows, 0, grid));
  let unread: Tensor[] = [];
  /** Conditions per row [rows, conditionSize], and what the step after a look starts from [rows, size]: only nudges need them. */
  let own = nudges > 0 ? room(breadth) : null;
  /** Whether the newest state has been looked at, so that the next step starts from what the look left. */
  let looked = false;

  function room(count: number): { readonly x: TensorInfo; readonly base: TensorInfo } {
    const x = { ...device.allocate(count * conditionSize), shape: [count, conditionSize] };
    const base = { ...device.allocate(count * size), shape: [count, size] };
    device.copyRows(
      Array.from({ length: count }, () => ({ source: puzzle, row: 0 })),
      x,
      conditionSize,
    );
    return { x, base };
  }

  function keepRecord(next: Tensor): void {
    // One that waits to be read is disposed then.
    if (!unread.includes(record)) record.dispose();
    record = next;
  }

  function look(z: Tensor, k: number): void {
    looked = own !== null && k % NUDGE.look === 0;
    if (!own || !looked) return;
    states.again(z, record, { k, seed }, own.base);
    states.suppose(puzzle, record, own.x);
  }

  function note(values: Float32Array, of: readonly number[]): void {
    const k = next++;
    if (!log || k % NUDGE.look !== 0) return;
    for (const [row, trajectory] of of.entries()) log.note(trajectory, k, nudgeStateOf(values, row, grid));
  }

  return {
    start: () => startStates(backend(), recipe, problem),

    step(z, k, axes) {
      if (unread.length === 0) clock.begin();
      const options = { k, seed, lambda, sigma: sigmaAt(recipe, k), first: 0 };
      const source = own && looked ? own.base : z;
      const made = states.step({ z: source, x: own?.x ?? puzzle, axes, options, record }, rules);
      keepRecord(made.summary);
      unread.push(made.summary);
      look(made.z, k);
      return made.z;
    },

    async collect() {
      const of = rows;
      const summaries = unread;
      unread = [];
      clock.end();
      const reading = readback.read(summaries);
      clock.collect();
      for (const summary of summaries) if (summary !== record) summary.dispose();
      const read = await reading;
      checkMemory();
      return read.map((values) => {
        note(values, of);
        return unpackSummary(values, grid);
      });
    },

    untilLook: () => Number.POSITIVE_INFINITY,
    batches: 2,
    look: async () => {},
    marksAt: (k) => log?.marksAt(k) ?? PURE,

    only(kept, z) {
      rows = kept.flatMap((row) => rows[row] ?? []);
      const gather = (source: TensorInfo, target: TensorInfo, width: number) =>
        device.copyRows(
          kept.map((row) => ({ source, row })),
          target,
          width,
        );
      const states = device.tensor([kept.length, size]);
      gather(own && looked ? own.base : z, states, size);
      const left = device.tensor([kept.length, SUMMARY]);
      gather(record, left, SUMMARY);
      keepRecord(left);
      if (own) {
        const before = own;
        own = room(kept.length);
        gather(before.x, own.x, conditionSize);
        device.release(before.x, before.base);
      }
      looked = false;
      return states;
    },

    replay: (trajectory, from, k) => replay(backend(), recipe, problem, log, trajectory, from, k),

    dispose() {
      for (const summary of new Set([...unread, record])) summary.dispose();
      device.release(puzzle);
      if (own) device.release(own.x, own.base);
    },
  };
}
