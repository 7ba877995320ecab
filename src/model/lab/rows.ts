import { type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../eqr/backend/backend";
import { startState } from "../eqr/noise/noise";

/**
 * Where a row of a batch starts: z_0 of a trajectory (or of a later cycle of it) by the shared noise, a state [size], or a
 * row of states that are on the device already and stay their owner's.
 */
export type Start =
  | Float32Array
  | { readonly seed: number; readonly trajectory: number; readonly cycle?: number }
  | Source;

/** A row of states on the device. */
export interface Source {
  readonly z: Tensor;
  readonly row: number;
}

/** Rows of a batch: those that it holds, by number, and starts. */
export type Wanted = readonly (number | Start)[];

/**
 * Hands over where wanted rows lie on the device, those by number in `current`; starts [size] that are not there yet are
 * uploaded meanwhile.
 */
export function withSources<T>(
  wanted: Wanted,
  current: Tensor | null,
  size: number,
  use: (sources: readonly Source[]) => T,
): T {
  const uploads: Tensor[] = [];
  const sources = wanted.map((row): Source => {
    if (typeof row === "number") {
      if (!current) throw new RangeError("A new batch has no rows to go on with.");
      return { z: current, row };
    }
    if ("z" in row) return row;
    const values = row instanceof Float32Array ? row : startState(row.seed, row.trajectory, size, row.cycle);
    const uploaded = tensor2d(values, [1, size]);
    uploads.push(uploaded);
    return { z: uploaded, row: 0 };
  });
  try {
    return use(sources);
  } finally {
    for (const tensor of uploads) tensor.dispose();
  }
}

/** [wanted.length, size] of wanted rows, copied in one go. */
export function gatherRows(backend: MapBackend, wanted: Wanted, current: Tensor | null): Tensor {
  if (wanted.length === 0) throw new RangeError("A batch needs at least one state.");
  return withSources(wanted, current, backend.size, (sources) => backend.gather(sources));
}

/** Reads some rows of each of some states: [states][rows] of [size]. */
export async function readRows(
  backend: MapBackend,
  states: readonly Tensor[],
  rows: readonly number[],
): Promise<Float32Array[][]> {
  if (rows.length === 0 || states.length === 0) return states.map(() => []);
  const { size } = backend;
  const matrix = backend.gather(states.flatMap((z) => rows.map((row) => ({ z, row }))));
  try {
    const all = (await matrix.data()) as Float32Array;
    const at = (index: number) => all.slice(index * size, (index + 1) * size);
    return states.map((_, i) => rows.map((_, j) => at(i * rows.length + j)));
  } finally {
    matrix.dispose();
  }
}
