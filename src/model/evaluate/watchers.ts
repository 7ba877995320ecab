import { NUDGE } from "../eqr/nudges/nudge";
import type { CapacityLimits } from "../lab/capacity";
import type { Lab } from "../lab/lab";
import { type Job, type Landed, type PoolOptions, runPool } from "../lab/pool";
import { type QueueOptions, runQueue } from "../lab/queue";

/** On wasm a row costs half as much in a batch of 12 as alone, and no less in larger ones. */
const ON_CPU: CapacityLimits = { first: 12, fewest: 12, most: 12 };
/** A GPU is full with some hundred; more let it wait less for the host. */
const MOST_ON_GPU = 2048;
const GUIDED_ON_GPU = 192;
/** A readback costs a GPU as much as some iterations: that of a queue brings so many. */
const LONGEST_SLICE = 32;

/**
 * Runs jobs that only watch their iterations, in a batch that suits the device: on a GPU as a queue of as many rows as it has
 * the limits, the memory and the time for; on wasm a few at a time, whose every iteration is looked at at once.
 */
export function runWatchers<R>(
  lab: Lab,
  jobs: Iterable<Job<R>>,
  options: Pick<QueueOptions, "lambda" | "seed" | "width" | "search">,
): AsyncGenerator<readonly Landed<R>[], void, void> {
  const { info, largestBreadth = MOST_ON_GPU } = lab.backend;
  if (info.kind !== "webgpu") return runPool(lab, jobs, { ...options, rows: ON_CPU, every: 1 });
  const rows = { ...ON_CPU, most: Math.min(MOST_ON_GPU, largestBreadth) };
  return runQueue(lab, jobs, { ...options, rows, every: NUDGE.look, longest: LONGEST_SLICE });
}

/** Runs jobs whose next iterations depend on what they have observed: the host looks whenever a nudge may be due. */
export function runGuided<R>(
  lab: Lab,
  jobs: Iterable<Job<R>>,
  options: Pick<PoolOptions, "lambda" | "seed" | "width">,
): AsyncGenerator<readonly Landed<R>[], void, void> {
  const onGpu = lab.backend.info.kind === "webgpu";
  return runPool(lab, jobs, {
    ...options,
    rows: onGpu ? { ...ON_CPU, most: GUIDED_ON_GPU } : ON_CPU,
    every: onGpu ? NUDGE.look : 1,
  });
}
