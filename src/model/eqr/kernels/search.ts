import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { GpuClock } from "../../gpu/clock";
import type { Device } from "../../gpu/device";
import type { Readback } from "../../gpu/readback";
import { conditionsOf } from "../../maps/relational/condition";
import { CANDIDATES } from "../../maps/relational/kernels/layout";
import type { Problem } from "../../tasks/task";
import type { DeviceSearch } from "../backend";
import { neverSettles } from "../halting";
import { NUDGE } from "../nudges/nudge";
import { HALT_BY, type Recipe, sigmaAt } from "../recipe";
import type { Rules, StateRunner } from "./stateRunner";
import { nudgeStateOf, SUMMARY, SUMMARY_LAYOUT, unpackSummary } from "./summary";

/** What halts a trajectory, as the kernels are told (standing.wgsl). */
function rulesOf(recipe: Recipe): Rules {
  const { tolerance, nudges, haltRun } = recipe;
  const by = HALT_BY[recipe.haltBy] === "q" ? 2 : 1;
  return { tolerance, nudges, haltBy: neverSettles(recipe) ? 0 : by, haltRun: haltRun === 0 ? NEVER : haltRun };
}

/** More iterations than any recipe has. */
const NEVER = 2 ** 24;

/** Halting and nudges of one run on the device: the summaries of a step carry where its trajectories stand to the next. */
export function createSearch(
  device: Device,
  states: StateRunner,
  readback: Readback,
  clock: GpuClock,
  recipe: Recipe,
  problem: Problem,
  size: number,
): DeviceSearch {
  const { breadth, seed, lambda, nudges } = recipe;
  const rules = rulesOf(recipe);
  const { grid } = problem;
  const puzzle = device.upload(Float32Array.from(conditionsOf([problem.input])));
  let record = device.tensor([breadth, SUMMARY], firstRecord(breadth));
  let unread: Tensor[] = [];
  /** Conditions a row [rows, 729], and what the step after a look starts from [rows, size]: only nudges need them. */
  let own = nudges > 0 ? room(breadth) : null;
  /** Whether the newest state has been looked at, so that the next step starts from what the look left. */
  let looked = false;

  function room(count: number): { readonly x: TensorInfo; readonly base: TensorInfo } {
    const x = { ...device.allocate(count * CANDIDATES), shape: [count, CANDIDATES] };
    const base = { ...device.allocate(count * size), shape: [count, size] };
    device.copyRows(
      Array.from({ length: count }, () => ({ source: puzzle, row: 0 })),
      x,
      CANDIDATES,
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
    states.tell(puzzle, record, own.x);
  }

  return {
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
      const summaries = unread;
      unread = [];
      clock.end();
      const reading = readback.read(summaries);
      clock.collect();
      for (const summary of summaries) if (summary !== record) summary.dispose();
      return (await reading).map((values) => ({
        summary: unpackSummary(values, grid),
        stateOf: (row) => nudgeStateOf(values, row),
      }));
    },

    only(kept, z) {
      const gather = (source: TensorInfo, target: TensorInfo, width: number) =>
        device.copyRows(
          kept.map((row) => ({ source, row })),
          target,
          width,
        );
      const states = device.tensor([kept.length, size]);
      gather(own && looked ? own.base : z, states, size);
      const next = device.tensor([kept.length, SUMMARY]);
      gather(record, next, SUMMARY);
      keepRecord(next);
      if (own) {
        const before = own;
        own = room(kept.length);
        gather(before.x, own.x, CANDIDATES);
        device.release(before.x, before.base);
      }
      looked = false;
      return states;
    },

    dispose() {
      for (const summary of new Set([...unread, record])) summary.dispose();
      device.release(puzzle);
      if (own) device.release(own.x, own.base);
    },
  };
}

/** Where trajectories stand at the start: nothing but which they are. */
function firstRecord(breadth: number): Float32Array {
  const record = new Float32Array(breadth * SUMMARY);
  for (let t = 0; t < breadth; t++) record[t * SUMMARY + SUMMARY_LAYOUT.TRAJECTORY] = t;
  return record;
}
