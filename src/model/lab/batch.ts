import { scalar, type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { Axes } from "../eqr/axes";
import type { MapBackend, NoiseRow } from "../eqr/backend";
import { startState } from "../eqr/noise";
import { createPace } from "../eqr/pace";
import type { Search } from "../eqr/search";
import type { Summary } from "../eqr/summary";
import type { Capacity } from "./capacity";

/**
 * Where a row of a batch starts: z_0 of a trajectory (or of a later cycle of it) by the shared noise, a state [size], or a
 * row of states that are on the device already and stay their owner's.
 */
export type Start =
  | Float32Array
  | { readonly seed: number; readonly trajectory: number; readonly cycle?: number }
  | { readonly z: Tensor; readonly row: number };

export interface PathNoise {
  readonly seed: number;
  readonly sigma: number;
  /** Trajectory whose noise row 0 gets; the rows after it get that of the next ones. */
  readonly first: number;
  /** The noise of each row, where they are of different trajectories or iterations: the others are then ignored. */
  readonly rows?: readonly NoiseRow[];
}

/** What takes a batch from one iteration to the next. */
export interface DynamicsParameters {
  /** What the network is given (Problem.input): one for all rows, or one per row. */
  readonly inputs: readonly Uint8Array[];
  readonly lambda: number;
  /** Path noise of the step that makes iteration k (from 1); none without. */
  readonly noise?: (k: number) => PathNoise;
  /** Axes that summaries have coordinates on; read for every slice, as a fit of the run may replace them. */
  readonly axes?: () => Axes | null;
  /** Nudges that are done on the device, and the trajectory of each row: then `noise` and `axes` say nothing. */
  readonly search?: { readonly by: Search; readonly trajectories: readonly number[] };
}

export interface Slice {
  /** One per iteration, in order. */
  readonly summaries: readonly Summary[];
  /** [iterations][watched] states. */
  readonly states: readonly (readonly Float32Array[])[];
}

export interface Run {
  /** One per iteration asked for, in order. */
  readonly summaries: readonly Summary[];
  /** What the iterations took, without what was under way before them. */
  readonly milliseconds: number;
}

/** Some latent states on the device, stepped together. */
export interface Batch {
  readonly rows: number;
  /** Iterations made. */
  readonly k: number;
  /** As many iterations as fit in a slice, one at least and `most` at most, and the states of the watched rows. */
  advance(most: number, watched?: readonly number[]): Promise<Slice>;
  /**
   * Just so many iterations, however long they take, of which only the summaries of those asked for (from 1) are read. They
   * are under way when the call returns: more may be asked for, and rows replaced, before the answer is there.
   */
  run(iterations: number, asked: readonly number[]): Promise<Run>;
  /** The states, one per row. */
  read(): Promise<Float32Array[]>;
  /** Softmax of a row, [cells, values] as bytes, 255 = 1. */
  beliefs(row: number): Promise<Uint8Array>;
  /** Coordinates of a row on axes. */
  project(row: number, onto: Axes): Promise<number[]>;
  /** From now on the batch holds these: its own rows by number, and new starts. Where each row has its own input, all are given again. */
  become(
    rows: readonly (number | Start)[],
    inputs?: readonly Uint8Array[],
    /** The trajectory of each row, in a search. */
    trajectories?: readonly number[],
  ): void;
  /** From now on the network is given these. */
  setInputs(inputs: readonly Uint8Array[]): void;
  dispose(): void;
}

/** What a batch needs of its lab. */
export interface BatchDeps {
  readonly backend: MapBackend;
  readonly capacity: Capacity;
  now(): number;
  made(rows: number, iterations: number, milliseconds: number): void;
  closed(batch: Batch): void;
}

interface Source {
  readonly z: Tensor;
  readonly row: number;
}

const NOISELESS: PathNoise = { seed: 0, sigma: 0, first: 0 };

export function createBatch(deps: BatchDeps, starts: readonly Start[], parameters: DynamicsParameters): Batch {
  const { backend, capacity, now } = deps;
  const { lambda, noise = () => NOISELESS, axes = () => null } = parameters;
  const search = parameters.search?.by;
  const { size } = backend;
  let rows = starts.length;
  let inputs = parameters.inputs;
  let z = gatherRows(starts);
  // A search has conditions of its own.
  let x = search ? scalar(0) : conditionsOf(inputs, rows);
  let k = 0;
  let pace = createPace();
  let open = true;
  /** When the last iterations that were read were done. */
  let done = Number.NEGATIVE_INFINITY;
  if (search) joinSearch(starts, inputs, parameters.search?.trajectories ?? []);

  /** [rows, size] of rows of z and of starts, copied in one go. */
  function gatherRows(wanted: readonly (number | Start)[]): Tensor {
    if (wanted.length === 0) throw new RangeError("A batch needs at least one state.");
    return withSources(wanted, (sources) => backend.gather(sources));
  }

  /** Where the rows lie on the device; starts that are not there yet are uploaded meanwhile. */
  function withSources<T>(wanted: readonly (number | Start)[], use: (sources: readonly Source[]) => T): T {
    const uploads: Tensor[] = [];
    const sources = wanted.map((row) => {
      if (typeof row === "number") return { z: search?.source(z) ?? z, row };
      if ("z" in row) return row;
      const values = row instanceof Float32Array ? row : startState(row.seed, row.trajectory, size, row.cycle);
      const uploaded = tensor2d(values, [1, size]);
      uploads.push(uploaded);
      return { z: uploaded, row: 0 };
    });
    const result = use(sources);
    for (const tensor of uploads) tensor.dispose();
    return result;
  }

  function joinSearch(
    wanted: readonly (number | Start)[],
    given: readonly Uint8Array[],
    trajectories: readonly number[],
  ): void {
    search?.become(
      wanted.map((row, i) => {
        if (typeof row === "number") return row;
        const [trajectory, input] = [trajectories[i], given[i]];
        if (trajectory === undefined || !input)
          throw new RangeError("A search needs an input and a trajectory per row.");
        return { trajectory, input };
      }),
      k,
    );
  }

  /** Puts starts into places of rows that go, where all others stay where they are; false where that cannot be done. */
  function replaced(wanted: readonly (number | Start)[], given: readonly Uint8Array[] | undefined): boolean {
    const { replace } = backend;
    if (!replace || wanted.length !== rows || !given) return false;
    if (!search && (isShared(given) || x.shape.length < 2)) return false;
    const joining = wanted.flatMap((row, to) => (typeof row === "number" ? [] : [{ row, to }]));
    if (wanted.some((row, to) => typeof row === "number" && row !== to)) return false;
    withSources(
      joining.map(({ row }) => row),
      (sources) => {
        const into = sources.flatMap((source, i) => ({ ...source, to: joining[i]?.to ?? 0 }));
        if (into.length > 0) replace(search?.source(z) ?? z, into);
      },
    );
    if (search) return true;
    // Rows that stay may be given other inputs, too.
    const changed = given.flatMap((input, to) => (input === inputs[to] ? [] : [{ input, to }]));
    inputs = given;
    if (changed.length === 0) return true;
    const conditions = backend.condition(changed.map(({ input }) => input));
    replace(
      x,
      changed.map(({ to }, row) => ({ z: conditions, row, to })),
    );
    conditions.dispose();
    return true;
  }

  /** Rows that all have one and the same input share one condition. */
  function conditionsOf(wanted: readonly Uint8Array[], count: number): Tensor {
    if (wanted.length !== 1 && wanted.length !== count)
      throw new RangeError(`${count} states need ${count} inputs or one for all, not ${wanted.length}.`);
    return backend.condition(isShared(wanted) ? wanted.slice(0, 1) : wanted);
  }

  function setInputs(wanted: readonly Uint8Array[]): void {
    const same = isShared(inputs) && isShared(wanted) && wanted[0] === inputs[0];
    inputs = wanted;
    if (same) return;
    if (search) return;
    x.dispose();
    x = conditionsOf(wanted, rows);
  }

  /** One iteration more of all rows. */
  function step(onto: Axes | null): { readonly z: Tensor; readonly summary: Tensor } {
    const next = search ? search.step(z, k + 1) : backend.step(z, x, onto, { k: k + 1, lambda, ...noise(k + 1) });
    k++;
    return next;
  }

  function note(computed: number, steps: number, milliseconds: number): void {
    capacity.observe(computed, steps, milliseconds);
    deps.made(computed, steps, milliseconds);
    pace.observe(steps, milliseconds);
  }

  async function values(states: readonly Tensor[], watched: readonly number[]): Promise<Float32Array[][]> {
    if (watched.length === 0 || states.length === 0) return states.map(() => []);
    const matrix = backend.gather(states.flatMap((state) => watched.map((row) => ({ z: state, row }))));
    try {
      const all = (await matrix.data()) as Float32Array;
      const at = (index: number) => all.slice(index * size, (index + 1) * size);
      return states.map((_, i) => watched.map((_, j) => at(i * watched.length + j)));
    } finally {
      matrix.dispose();
    }
  }

  const batch: Batch = {
    get rows() {
      return rows;
    },
    get k() {
      return k;
    },
    async advance(most, watched = []) {
      const before = now();
      const steps = Math.max(1, Math.min(most, pace.iterations));
      const states: Tensor[] = [];
      const made: Tensor[] = [];
      const onto = axes();
      try {
        for (let i = 0; i < steps; i++) {
          const next = step(onto);
          if (watched.length > 0) states.push(next.z);
          if (!states.includes(z)) z.dispose();
          z = next.z;
          made.push(next.summary);
        }
        // Reading disposes the summaries.
        const summaries = await backend.read(made.splice(0));
        note(rows, steps, now() - before);
        return { summaries, states: await values(states, watched) };
      } finally {
        for (const tensor of [...made, ...states.filter((state) => state !== z)]) tensor.dispose();
      }
    },
    async run(iterations, asked) {
      const before = now();
      const computed = rows;
      const kept: Tensor[] = [];
      for (let i = 1; i <= iterations; i++) {
        const next = step(axes());
        z.dispose();
        z = next.z;
        if (asked.includes(i)) kept.push(next.summary);
        else if (!search) next.summary.dispose();
      }
      const summaries = await (search ?? backend).read(kept);
      // Those before may have been under way meanwhile.
      const milliseconds = now() - Math.max(before, done);
      done = now();
      note(computed, iterations, milliseconds);
      return { summaries, milliseconds };
    },
    async read() {
      const [states = []] = await values(
        [z],
        Array.from({ length: rows }, (_, row) => row),
      );
      return states;
    },
    beliefs: (row) => backend.beliefs(z, row),
    async project(row, onto) {
      const one = gatherRows([row]);
      try {
        return [...(await backend.project([one], onto))];
      } finally {
        one.dispose();
      }
    },
    become(wanted, given, trajectories = []) {
      if (!given && !isShared(inputs)) throw new RangeError("Rows with an input each need their inputs again.");
      if (replaced(wanted, given)) return joinSearch(wanted, given ?? inputs, trajectories);
      const states = gatherRows(wanted);
      z.dispose();
      z = states;
      if (wanted.length > rows) pace = createPace();
      rows = wanted.length;
      if (given) setInputs(given);
      joinSearch(wanted, inputs, trajectories);
    },
    setInputs,
    dispose() {
      if (!open) return;
      open = false;
      z.dispose();
      x.dispose();
      deps.closed(batch);
    },
  };
  return batch;
}

function isShared(inputs: readonly Uint8Array[]): boolean {
  return inputs.every((input) => input === inputs[0]);
}
