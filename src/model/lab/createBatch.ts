import type { Tensor } from "@tensorflow/tfjs-core";
import type { Axes } from "../eqr/backend/axes";
import type { MapBackend } from "../eqr/backend/backend";
import type { Searcher } from "../eqr/backend/search";
import { createPace } from "../eqr/run/pace";
import type { Batch, DynamicsParameters, PathNoise } from "./batch";
import type { Capacity } from "./capacity";
import { createConditions, isShared } from "./conditions";
import { gatherRows, readRows, type Start, type Wanted, withSources } from "./rows";

/** What a batch needs of its lab. */
export interface BatchDeps {
  readonly backend: MapBackend;
  readonly capacity: Capacity;
  now(): number;
  made(rows: number, iterations: number, milliseconds: number): void;
  closed(batch: Batch): void;
}

const NOISELESS: PathNoise = { seed: 0, sigma: 0, first: 0 };

export function createBatch(deps: BatchDeps, starts: readonly Start[], parameters: DynamicsParameters): Batch {
  const { backend, capacity, now } = deps;
  const { lambda, noise = () => NOISELESS, axes = () => null } = parameters;
  const search = parameters.search?.by;
  let rows = starts.length;
  let inputs = parameters.inputs;
  let z = gatherRows(backend, starts, null);
  // A search has conditions of its own.
  const conditions = search ? null : createConditions(backend, inputs, rows);
  let k = 0;
  let pace = createPace();
  let open = true;
  /** When the last iterations that were read were done. */
  let done = Number.NEGATIVE_INFINITY;
  search?.become(searchersOf(starts, inputs, parameters.search?.trajectories ?? []), k);

  /** What the next step starts from. */
  const source = () => search?.source(z) ?? z;

  /** Puts starts into places of rows that go, where all others stay where they are; false where that cannot be done. */
  function replaced(wanted: Wanted, given: readonly Uint8Array[] | undefined): boolean {
    const { replace } = backend;
    if (!replace || wanted.length !== rows || !given || conditions?.canReplace(given) === false) return false;
    if (wanted.some((row, to) => typeof row === "number" && row !== to)) return false;
    const joining = wanted.flatMap((row, to) => (typeof row === "number" ? [] : [{ row, to }]));
    withSources(
      joining.map(({ row }) => row),
      null,
      backend.size,
      (sources) => {
        const into = sources.flatMap((from, i) => ({ ...from, to: joining[i]?.to ?? 0 }));
        if (into.length > 0) replace(source(), into);
      },
    );
    // Rows that stay may be given other inputs, too.
    conditions?.replace(given);
    if (conditions) inputs = given;
    return true;
  }

  function setInputs(given: readonly Uint8Array[]): void {
    inputs = given;
    conditions?.set(given, rows);
  }

  /** One iteration more of all rows. */
  function step(onto: Axes | null): { readonly z: Tensor; readonly summary: Tensor } {
    k++;
    if (search) return search.step(z, k);
    if (!conditions) throw new Error("A batch without a search has conditions.");
    return backend.step(z, conditions.x, onto, { k, lambda, ...noise(k) });
  }

  function note(computed: number, steps: number, milliseconds: number): void {
    capacity.observe(computed, steps, milliseconds);
    deps.made(computed, steps, milliseconds);
    pace.observe(steps, milliseconds);
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
        return { summaries, states: await readRows(backend, states, watched) };
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
      const all = Array.from({ length: rows }, (_, row) => row);
      const [states = []] = await readRows(backend, [z], all);
      return states;
    },
    beliefs: (row) => backend.beliefs(z, row),
    async project(row, onto) {
      const one = gatherRows(backend, [row], source());
      try {
        return [...(await backend.project([one], onto))];
      } finally {
        one.dispose();
      }
    },
    become(wanted, given, trajectories = []) {
      if (!given && !isShared(inputs)) throw new RangeError("Rows with an input each need their inputs again.");
      if (replaced(wanted, given)) return search?.become(searchersOf(wanted, given ?? inputs, trajectories), k);
      const states = gatherRows(backend, wanted, source());
      z.dispose();
      z = states;
      if (wanted.length > rows) pace = createPace();
      rows = wanted.length;
      if (given) setInputs(given);
      search?.become(searchersOf(wanted, inputs, trajectories), k);
    },
    setInputs,
    dispose() {
      if (!open) return;
      open = false;
      z.dispose();
      conditions?.dispose();
      deps.closed(batch);
    },
  };
  return batch;
}

/** Rows of a search: those that stay, by number, and who joins in the others. */
function searchersOf(
  wanted: Wanted,
  inputs: readonly Uint8Array[],
  trajectories: readonly number[],
): (number | Searcher)[] {
  return wanted.map((row, i) => {
    if (typeof row === "number") return row;
    const [trajectory, input] = [trajectories[i], inputs[i]];
    if (trajectory === undefined || !input) throw new RangeError("A search needs an input and a trajectory per row.");
    return { trajectory, input };
  });
}
