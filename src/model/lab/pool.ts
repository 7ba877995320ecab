import type { NoiseRow } from "../eqr/backend";
import type { Summary } from "../eqr/summary";
import type { Start } from "./batch";
import type { Lab } from "./lab";
import { createRoom, type RoomLimits } from "./room";

/** Some rows of a batch, from where they start to where they land, possibly with a result. */
export interface Job<R> {
  readonly starts: readonly Start[];
  /** The trajectory of each start, for its path noise. */
  readonly trajectories?: readonly number[];
  /** What the network is given, for each start; asked again where `observe` says that it has changed. */
  inputs(): readonly Uint8Array[];
  /** Iterations that it may make before it is observed. */
  ahead(): number;
  /**
   * Takes its next iteration: its rows of the summary begin at `row`. `beliefsOf` gives the softmax of one of its starts after
   * the last iteration of a slice.
   */
  observe(
    summary: Summary,
    row: number,
    beliefsOf: (start: number) => Promise<Uint8Array>,
  ): Observed<R> | Promise<Observed<R>>;
}

/** What an iteration led to; `GOES_ON` for nothing. */
export interface Observed<R> {
  /** Where the job has landed: it leaves the batch. */
  readonly landed?: R;
  /** Starts that go on from another state. */
  readonly restarts?: readonly { readonly index: number; readonly start: Start }[];
  readonly inputsChanged?: boolean;
}

export const GOES_ON: Observed<never> = {};

export interface Landed<R> {
  readonly result: R;
  /** Its states [size], where they are asked for, as many iterations later as the slice went on. */
  readonly states: readonly Float32Array[];
}

export interface PoolOptions {
  readonly lambda: number;
  /** Path noise by trajectory and iteration of each row. */
  readonly noise?: { readonly seed: number; readonly sigma: number };
  /** Starts of each job. */
  readonly width?: number;
  /** Slices end and jobs join only at multiples of this many iterations. */
  readonly every?: number;
  /** Rows at once, where those of the lab do not suit. */
  readonly rows?: RoomLimits;
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
  { lambda, noise, width = 1, every = Number.POSITIVE_INFINITY, rows, states = false }: PoolOptions,
): AsyncGenerator<readonly Landed<R>[], void, void> {
  const room = rows ? createRoom({ ...rows, group: width }) : lab.room;
  const waiting = jobs[Symbol.iterator]();
  let open = [...next(0, 0)];
  if (open.length === 0) return;

  const rowsAt = (k: number): NoiseRow[] =>
    open.flatMap(({ job, born }) => (job.trajectories ?? []).map((trajectory) => ({ trajectory, k: k - born })));
  const inputs = () => open.flatMap(({ job }) => job.inputs());
  const batch = lab.batch(
    open.flatMap(({ job }) => job.starts),
    { inputs: inputs(), lambda, ...(noise && { noise: (k) => ({ ...noise, first: 0, rows: rowsAt(k) }) }) },
    room,
  );
  try {
    for (let began = 0; open.length > 0; ) {
      const most = Math.min(every - ((batch.k - began) % every), ...open.map(({ job }) => job.ahead()));
      const { summaries } = await batch.advance(most);
      const seen = await Promise.all(open.map(({ job }, place) => show(job, place, summaries)));
      const lands = seen.map((one) => "landed" in one);
      if (lands.includes(true)) {
        const all = states ? await batch.read() : [];
        yield seen.flatMap(({ landed }, place) =>
          landed === undefined ? [] : [{ result: landed, states: all.slice(place * width, (place + 1) * width) }],
        );
      } else yield [];
      const staying = [...open.keys()].filter((place) => !lands[place]);
      if (staying.length === 0) began = batch.k;
      const joins = (batch.k - began) % every === 0 ? [...next(staying.length, batch.k)] : [];
      const restarted = new Map(
        staying.flatMap((place) =>
          (seen[place]?.restarts ?? []).map(({ index, start }) => [place * width + index, start] as const),
        ),
      );
      const inputsChanged = staying.some((place) => seen[place]?.inputsChanged);
      const rowsChange = staying.length < open.length || joins.length > 0 || restarted.size > 0;
      open = [...staying.flatMap((place) => open[place] ?? []), ...joins];
      if (open.length === 0) break;
      if (rowsChange) {
        const kept = staying.flatMap((place) => Array.from({ length: width }, (_, t) => place * width + t));
        const stay = kept.map((row) => restarted.get(row) ?? row);
        batch.become([...stay, ...joins.flatMap(({ job }) => job.starts)], inputs());
      } else if (inputsChanged) batch.setInputs(inputs());
    }
  } finally {
    batch.dispose();
  }

  /** Jobs that there is space for beside those that stay, one at least in an empty batch. */
  function* next(staying: number, born: number): Generator<Entry<R>> {
    for (let places = Math.max(1, Math.floor(room.rows / width)) - staying; places > 0; places--) {
      const { value, done } = waiting.next();
      if (done) return;
      yield { job: value, born };
    }
  }

  /** Shows a job its iterations, up to where it lands: a slice may go further, and how far depends on the device. */
  async function show(job: Job<R>, place: number, summaries: readonly Summary[]): Promise<Observed<R>> {
    const first = place * width;
    let last: Observed<R> = GOES_ON;
    for (const summary of summaries) {
      const observed = job.observe(summary, first, (start) => batch.beliefs(first + start));
      last = observed instanceof Promise ? await observed : observed;
      if ("landed" in last) break;
    }
    return last;
  }
}
