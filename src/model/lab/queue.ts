import type { NoiseRow } from "../eqr/backend/backend";
import type { Search } from "../eqr/backend/search";
import type { Run } from "./batch";
import { type CapacityLimits, createCapacity } from "./capacity";
import type { Lab } from "./lab";
import { GOES_ON, hasLanded, type Job, type Landed, type PoolOptions, type Seen } from "./pool";
import type { Start } from "./rows";

export interface QueueOptions extends Pick<PoolOptions, "lambda" | "seed" | "width"> {
  readonly rows: CapacityLimits;
  /** Jobs join, and slices end, at multiples of this many iterations. */
  readonly every: number;
  /** Iterations of a slice at most. */
  readonly longest: number;
  /** Nudges that are done on the device; start t of a job is trajectory t. */
  readonly search?: Search;
}

interface Entry<R> {
  readonly job: Job<R>;
  /** The batch's iteration at which it joined, and the newest one that it has been shown. */
  readonly born: number;
  shown: number;
  landed: boolean;
}

/** A slice that is under way, who was in the batch then, and the batch's iterations that it is of and that were asked for. */
interface Flight<R> {
  readonly places: readonly Entry<R>[];
  readonly from: number;
  readonly end: number;
  readonly asked: readonly number[];
  readonly slice: Promise<Run>;
}

/** A slice takes about this long at most, so that a page hears of it and may give up. */
const SLICE_MS = 120;
/** Slices under way at once: the device computes one while the one before it is observed. */
const UNDER_WAY = 2;

/**
 * Runs jobs that only watch, as runPool does, and never lets the device wait: slices are long, one is under way while
 * another is observed, only what jobs want to see is read back, and those whose turn has come are put into the places of those
 * that have landed. What is computed of a job after it has landed is dropped, so that what it observes depends neither on its
 * place nor on who is beside it.
 */
export async function* runQueue<R>(
  lab: Lab,
  jobs: Iterable<Job<R>>,
  { lambda, seed, width = 1, rows, every, longest, search }: QueueOptions,
): AsyncGenerator<readonly Landed<R>[], void, void> {
  const capacity = createCapacity({ ...rows, group: width });
  const waiting = jobs[Symbol.iterator]();
  /** Those whose turn has come, and for whom there was no memory. */
  let back: Job<R>[] = [];
  let most = rows.most;
  let length = Math.min(every, longest);
  /** Whoever has landed and whose place nobody has taken is still in it. */
  let places = next(Math.max(1, Math.floor(capacity.rows / width)), 0);
  if (places.length === 0) return;
  const batch = lab.batch(
    startsOf(places),
    {
      inputs: inputs(),
      lambda,
      ...(seed !== undefined && { noise: (k) => ({ seed, sigma: 0, first: 0, rows: noiseRows(k) }) }),
      ...(search && { search: { by: search, trajectories: trajectories() } }),
    },
    capacity,
  );
  const flights: Flight<R>[] = [];
  try {
    while (places.some(isOpen)) {
      while (flights.length < UNDER_WAY && iterationsLeft() > 0) flights.push(begin());
      const flight = flights.shift();
      if (!flight) throw new Error("A job that only watches has to land where it may go no further.");
      const { summaries, milliseconds } = await flight.slice;
      length = lengthFor(milliseconds / (flight.end - flight.from));
      const seen = await Promise.all(flight.places.map((entry, place) => show(entry, place, flight, summaries)));
      yield seen.flatMap((one) => (hasLanded(one) ? [{ result: one.landed, states: [] }] : []));
      await goOn();
    }
  } finally {
    batch.dispose();
  }

  function next(count: number, born: number): Entry<R>[] {
    const entries: Entry<R>[] = [];
    while (entries.length < count) {
      const job = back.shift() ?? waiting.next().value;
      if (!job) break;
      entries.push({ job, born, shown: born, landed: false });
    }
    return entries;
  }

  function inputs(): readonly Uint8Array[] {
    return places.flatMap(({ job }) => job.inputs());
  }

  function trajectories(): number[] {
    return places.flatMap(() => Array.from({ length: width }, (_, t) => t));
  }

  function noiseRows(k: number): NoiseRow[] {
    return places.flatMap(({ job, born }) => job.noise?.(k - born) ?? []);
  }

  /** Iterations until all who are open have gone as far as they may, less those under way. */
  function iterationsLeft(): number {
    return Math.max(...places.map((entry) => (isOpen(entry) ? entry.job.ahead() - (batch.k - entry.shown) : 0)));
  }

  function begin(): Flight<R> {
    const from = batch.k;
    const iterations = Math.min(length, every * Math.ceil(iterationsLeft() / every));
    const open = places.filter(isOpen);
    const asked = Array.from({ length: iterations }, (_, i) => i + 1).filter(
      (i) => i === iterations || open.some(({ job, born }) => job.wants?.(from + i - born) ?? true),
    );
    const slice = batch.run(iterations, asked);
    // One that fails while another is observed is met when its turn comes.
    slice.catch(() => {});
    return { places, asked: asked.map((i) => from + i), from, end: from + iterations, slice };
  }

  /** As many iterations as fit, a multiple of those after which jobs may join. */
  function lengthFor(iterationMs: number): number {
    const fitting = every * Math.floor(SLICE_MS / Math.max(iterationMs, 1e-3) / every);
    return Math.max(every, Math.min(longest, fitting));
  }

  async function show(
    entry: Entry<R>,
    place: number,
    { asked, end }: Flight<R>,
    summaries: Run["summaries"],
  ): Promise<Seen<R>> {
    if (entry.landed) return GOES_ON;
    const first = place * width;
    for (const [i, summary] of summaries.entries()) {
      const k = (asked[i] ?? end) - entry.born;
      const seen = await entry.job.observe(summary, first, (start) => batch.beliefs(first + start), k);
      if (!hasLanded(seen)) continue;
      entry.landed = true;
      return seen;
    }
    entry.shown = end;
    return GOES_ON;
  }

  /** Puts those whose turn has come into the places of those that have landed, and into new ones where there may be more. */
  async function goOn(): Promise<void> {
    const free = places.filter((entry) => entry.landed).length;
    const wanted = Math.max(1, Math.floor(Math.min(capacity.rows, most) / width));
    const joining = next(free + Math.max(0, wanted - places.length), batch.k);
    if (joining.length > free && !(await reserve((places.length + joining.length - free) * width))) {
      most = places.length * width;
      back = joining.splice(free).map(({ job }) => job);
    }
    const before = places;
    if (joining.length === 0 && 2 * free < places.length) return;
    // Whom nobody follows leaves only where many do: the others would have to be moved.
    const staying = joining.length === 0 ? before.filter(isOpen) : before;
    const after = staying.map((entry) => (entry.landed ? (joining.shift() ?? entry) : entry));
    places = [...after, ...joining];
    if (places.length === 0) return;
    const placeOf = new Map(before.map((entry, place) => [entry, place]));
    const rowsOrStarts = places.flatMap((entry): readonly (number | Start)[] => {
      const place = placeOf.get(entry);
      return place === undefined ? entry.job.starts : entry.job.starts.map((_, t) => place * width + t);
    });
    batch.become(rowsOrStarts, inputs(), trajectories());
  }

  /** Whether the device has the memory for so many rows. */
  async function reserve(count: number): Promise<boolean> {
    return (
      lab.backend.reserve?.(count).then(
        () => true,
        () => false,
      ) ?? true
    );
  }
}

function startsOf<R>(entries: readonly Entry<R>[]) {
  return entries.flatMap(({ job }) => job.starts);
}

function isOpen<R>(entry: Entry<R>): boolean {
  return !entry.landed;
}
