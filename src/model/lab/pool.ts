import type { NoiseRow } from "../eqr/backend/backend";
import type { Summary } from "../eqr/record/summary";
import { type CapacityLimits, createCapacity } from "./capacity";
import type { Lab } from "./lab";
import type { Start } from "./rows";

/** Some rows of a batch, from where they start to where they land, possibly with a result. */
export interface Job<R> {
  readonly starts: readonly Start[];
  /** The path noise of each start in its k-th iteration. */
  noise?(k: number): readonly NoiseRow[];
  /** What the network is given, for each start; asked again where `observe` says that it has changed. */
  inputs(): readonly Uint8Array[];
  /** Iterations that it may make before it is observed. */
  ahead(): number;
  /** Whether its k-th iteration has to be observed (queue.ts); each has to be where this is left out. */
  wants?(k: number): boolean;
  /**
   * Takes its next iteration, the k-th: its rows of the summary begin at `row`. `beliefsOf` gives the softmax of one of its
   * starts after the last iteration of a slice.
   */
  observe(
    summary: Summary,
    row: number,
    beliefsOf: (start: number) => Promise<Uint8Array>,
    k: number,
  ): Seen<R> | Promise<Seen<R>>;
}

/** What an iteration led to; `GOES_ON` for nothing. */
export interface Seen<R> {
  /** Where the job has landed: it leaves the batch. */
  readonly landed?: R;
  /** Starts that go on from another state. */
  readonly restarts?: readonly { readonly index: number; readonly start: Start }[];
  readonly inputsChanged?: boolean;
}

export const GOES_ON: Seen<never> = {};

export interface Landed<R> {
  readonly result: R;
  /** Its states [size], where they are asked for, as many iterations later as the slice went on. */
  readonly states: readonly Float32Array[];
}

export interface PoolOptions {
  readonly lambda: number;
  /** Seed of the path noise, where jobs have some. */
  readonly seed?: number;
  /** Starts of each job. */
  readonly width?: number;
  /** Slices end and jobs join only at multiples of this many iterations. */
  readonly every?: number;
  /** Rows at once, where those of the lab do not suit. */
  readonly rows?: CapacityLimits;
  readonly states?: boolean;
}

interface Entry<R> {
  readonly job: Job<R>;
  /** The batch's iteration at which it joined. */
  readonly born: number;
}

/**
 * Runs any number of jobs in one batch: a job that lands leaves the batch and the next one takes its place, so that what
 * ends early costs little. Yields, after every slice, what has landed in it: possibly nothing. How many share the batch and
 * how long slices are depends on the device; what a job observes does not. Jobs are taken in order, when their turn comes.
 */
export async function* runPool<R>(
  lab: Lab,
  jobs: Iterable<Job<R>>,
  { lambda, seed, width = 1, every = Number.POSITIVE_INFINITY, rows, states = false }: PoolOptions,
): AsyncGenerator<readonly Landed<R>[], void, void> {
  const capacity = rows ? createCapacity({ ...rows, group: width }) : lab.capacity;
  const waiting = jobs[Symbol.iterator]();
  let open = [...next(0, 0)];
  if (open.length === 0) return;
  const batch = lab.batch(
    open.flatMap(({ job }) => job.starts),
    {
      inputs: inputs(),
      lambda,
      ...(seed !== undefined && { noise: (k) => ({ seed, sigma: 0, first: 0, rows: noiseRows(k) }) }),
    },
    capacity,
  );
  /** The iteration from which multiples of `every` are counted. */
  let origin = 0;
  try {
    while (open.length > 0) {
      const most = Math.min(every - ((batch.k - origin) % every), ...open.map(({ job }) => job.ahead()));
      const { summaries } = await batch.advance(most);
      const seen = await Promise.all(open.map((entry, place) => show(entry, place, summaries)));
      const landed = seen.some(hasLanded);
      const all = landed && states ? await batch.read() : [];
      yield seen.flatMap(({ landed: result }, place) =>
        result === undefined ? [] : [{ result, states: all.slice(place * width, (place + 1) * width) }],
      );
      goOn(seen, landed);
    }
  } finally {
    batch.dispose();
  }

  /** Jobs that there is a place for beside those that stay, at least one in an empty batch. */
  function* next(staying: number, born: number): Generator<Entry<R>> {
    for (let places = Math.max(1, Math.floor(capacity.rows / width)) - staying; places > 0; places--) {
      const { value, done } = waiting.next();
      if (done) return;
      yield { job: value, born };
    }
  }

  function inputs(): readonly Uint8Array[] {
    return open.flatMap(({ job }) => job.inputs());
  }

  function noiseRows(k: number): NoiseRow[] {
    return open.flatMap(({ job, born }) => job.noise?.(k - born) ?? []);
  }

  /** Shows a job its iterations, up to where it lands: a slice may go further, and how far depends on the device. */
  async function show({ job, born }: Entry<R>, place: number, summaries: readonly Summary[]): Promise<Seen<R>> {
    const first = place * width;
    let last: Seen<R> = GOES_ON;
    let k = batch.k - born - summaries.length;
    for (const summary of summaries) {
      const seen = job.observe(summary, first, (start) => batch.beliefs(first + start), ++k);
      last = seen instanceof Promise ? await seen : seen;
      if (hasLanded(last)) break;
    }
    return last;
  }

  /** The batch goes on with the jobs that stay, and with those whose turn has come. */
  function goOn(seen: readonly Seen<R>[], landed: boolean): void {
    const staying = [...open.keys()].filter((place) => !hasLanded(seen[place] ?? GOES_ON));
    if (staying.length === 0) origin = batch.k;
    const joins = (batch.k - origin) % every === 0 ? [...next(staying.length, batch.k)] : [];
    open = [...staying.flatMap((place) => open[place] ?? []), ...joins];
    if (open.length === 0) return;
    const restarts = new Map(
      staying.flatMap((place) =>
        (seen[place]?.restarts ?? []).map(({ index, start }) => [place * width + index, start] as const),
      ),
    );
    if (landed || joins.length > 0 || restarts.size > 0) {
      const kept = staying.flatMap((place) => Array.from({ length: width }, (_, t) => place * width + t));
      const goingOn = kept.map((row) => restarts.get(row) ?? row);
      batch.become([...goingOn, ...joins.flatMap(({ job }) => job.starts)], inputs());
    } else if (seen.some(({ inputsChanged }) => inputsChanged)) batch.setInputs(inputs());
  }
}

export function hasLanded<R>(seen: Seen<R>): seen is Seen<R> & { readonly landed: R } {
  return "landed" in seen;
}
