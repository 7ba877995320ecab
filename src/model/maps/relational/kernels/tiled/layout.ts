import { CANDIDATES, mapConstants } from "../layout";

/** Invocations, and vec4s of memory, that WebGPU guarantees a workgroup: 256 and 16 KiB, less the flag of a kernel. */
const MOST_THREADS = 256;
const MOST_TILE = 1023;

/** Vectors of a workgroup of band.wgsl for each row of the batch: its candidates, and the means of their units. */
const LATENTS = 27;
const UNITS = 35;
/** What column segments and listed units add to y. */
const LISTED = 17;

/** How cells.wgsl is cut: SPLIT invocations share a product. */
export function cellsConstants(d: number) {
  const { Q } = mapConstants(d);
  const SPLIT = largestDivisor(Q, Math.floor(MOST_THREADS / (6 * Q)));
  const THREADS = 6 * Q * SPLIT;
  return { ...tiledLayout(Q), SPLIT, THREADS, TILE: 30 * Q + THREADS };
}

/** How band.wgsl is cut for some rows of the batch per workgroup. Throws a RangeError where that does not fit. */
export function bandConstants(d: number, rows: number) {
  if (!fits(d, rows)) throw new RangeError(`A workgroup cannot hold ${rows} rows of a map with ${d} features.`);
  const { Q } = mapConstants(d);
  const P = 9 * 2 * Q <= MOST_THREADS ? 1 : 2;
  const J = (2 * Q) / P;
  const KQ = chunkOf(Q, rows);
  return {
    ...tiledLayout(Q),
    B: rows,
    P,
    J,
    KQ,
    THREADS: 9 * J,
    ROUNDS: Math.ceil((rows * P) / 2),
    SINGLE: P === 1 ? 1 : 0,
    PAIRED: P === 2 ? 1 : 0,
    TILE: tileOf(Q, rows),
  };
}

/** Whether the workgroups of band.wgsl can hold so many rows of the batch within what WebGPU guarantees. */
export function fits(d: number, rows: number): boolean {
  const { Q } = mapConstants(d);
  return chunkOf(Q, rows) > 0 && tileOf(Q, rows) <= MOST_TILE;
}

/** Floats that cells.wgsl leaves of a row of the batch. */
export function cellsFloats(d: number): number {
  return 4 * tiledLayout(mapConstants(d).Q).MIXED;
}

/** Workgroups of cells.wgsl for some rows of the batch. */
export function cellsWorkgroups(rows: number): number {
  return rows * 27;
}

/** Workgroups of band.wgsl for some rows of the batch. */
export function bandWorkgroups(rows: number, rowsPerWorkgroup: number): number {
  return Math.ceil(rows / rowsPerWorkgroup) * (CANDIDATES / LATENTS);
}

/** Where the vectors of cells.wgsl lie, in vec4s. */
function tiledLayout(Q: number) {
  const SUMS = 81 * 2 * Q;
  const HEADER = SUMS + 27 * Q;
  return { SUMS, HEADER, MIXED: HEADER + 1 };
}

/** vec4s of each vector that are in the workgroup's memory at a time. */
function chunkOf(Q: number, rows: number): number {
  return largestDivisor(Q, Math.floor(MOST_TILE / (rows * (LATENTS + UNITS))));
}

/** vec4s of the memory that the phases of band.wgsl share. */
function tileOf(Q: number, rows: number): number {
  return Math.max(rows * (LATENTS + UNITS) * chunkOf(Q, rows), LISTED * 2 * Q, rows * LATENTS * Q);
}

/** The largest divisor of n that is at most `most`; 0 where most is below 1. */
function largestDivisor(n: number, most: number): number {
  for (let i = Math.min(n, most); i > 0; i--) if (n % i === 0) return i;
  return 0;
}
