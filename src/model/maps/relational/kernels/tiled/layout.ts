import { CANDIDATES, mapConstants } from "../layout";
import type { TiledShape } from "../shape";

type Tile = TiledShape["tile"];

/** Invocations, and vec4s of memory, that WebGPU guarantees a workgroup: 256 and 16 KiB, less the flag of a kernel. */
const MOST_THREADS = 256;
const MOST_TILE = 1023;

/** Vectors of a workgroup of band.wgsl for each row of the batch: its candidates, and the means of their units. */
const LATENTS = 27;
const UNITS = 35;
/** What column segments and listed units add to y. */
const LISTED = 17;

/** Vectors of a workgroup of box.wgsl for each row of the batch: its candidates, the means of the digit and of everything. */
const BOX = 9;
const BOX_VECTORS = BOX + 2;
/** Invocations of box.wgsl for each column of y: rows of the batch times slices of the features. */
const BOX_PARTS = 8;

/** How cells.wgsl is cut for the kernel that follows: SPLIT invocations share a product. */
export function cellsConstants(d: number, tile: Tile) {
  const { Q } = mapConstants(d);
  const KINDS = kindsOf(tile);
  const SPLIT = largestDivisor(Q, Math.floor(MOST_THREADS / (6 * Q)));
  const THREADS = 6 * Q * SPLIT;
  return { ...tiledLayout(Q, tile), KINDS, SUMMED: KINDS > 1 ? 1 : 0, SPLIT, THREADS, TILE: 30 * Q + THREADS };
}

/** How box.wgsl is cut for 1, 2 or 4 rows of the batch per workgroup. */
export function boxConstants(d: number, rows: TiledShape["rows"]) {
  const { Q } = mapConstants(d);
  const THREADS = 2 * Q * BOX_PARTS;
  return {
    ...tiledLayout(Q, "box"),
    B: rows,
    S: BOX_PARTS / rows,
    THREADS,
    ROUNDS: Math.ceil((BOX * rows * Q) / THREADS),
    TILE: Math.max(rows * BOX_VECTORS * Q, 3 * THREADS),
  };
}

/** How band.wgsl is cut for some rows of the batch per workgroup. Throws a RangeError where that does not fit. */
export function bandConstants(d: number, rows: number) {
  if (!fits(d, rows)) throw new RangeError(`A workgroup cannot hold ${rows} rows of a map with ${d} features.`);
  const { Q } = mapConstants(d);
  const P = 9 * 2 * Q <= MOST_THREADS ? 1 : 2;
  const J = (2 * Q) / P;
  const KQ = chunkOf(Q, rows);
  return {
    ...tiledLayout(Q, "band"),
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

/** Whether the workgroups of band.wgsl can hold so many rows of the batch within what WebGPU guarantees; those of box.wgsl can. */
export function fits(d: number, rows: number): boolean {
  const { Q } = mapConstants(d);
  return chunkOf(Q, rows) > 0 && tileOf(Q, rows) <= MOST_TILE;
}

/** Floats that cells.wgsl leaves of a row of the batch. */
export function cellsFloats(d: number, tile: Tile): number {
  return 4 * tiledLayout(mapConstants(d).Q, tile).MIXED;
}

/** Workgroups of cells.wgsl for some rows of the batch. */
export function cellsWorkgroups(rows: number, tile: Tile): number {
  return rows * 27 * kindsOf(tile);
}

/** Workgroups of the kernel after it for some rows of the batch. */
export function tileWorkgroups(rows: number, { tile, rows: perWorkgroup }: Pick<TiledShape, "tile" | "rows">): number {
  return Math.ceil(rows / perWorkgroup) * (CANDIDATES / (tile === "band" ? LATENTS : BOX));
}

/** Kinds of units that cells.wgsl mixes: cells alone, or rows and columns as well. */
function kindsOf(tile: Tile): number {
  return tile === "band" ? 1 : 3;
}

/** Where the vectors of cells.wgsl lie, in vec4s. */
function tiledLayout(Q: number, tile: Tile) {
  const SUMS = kindsOf(tile) * 81 * 2 * Q;
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
