import type { Kernel } from "../../../gpu/program";
import { createBlockKernels } from "./blockKernels";
import type { Place } from "./blockPlace";
import { CANDIDATES, SUMMARY_LAYOUT, stateFloats } from "./layout";
import { mixedFloats } from "./scratch";
import type { Shape } from "./shape";
import { createStateKernels, SUMMARY_KERNELS } from "./stateKernels";

/** What one invocation does at most. */
export interface Effort {
  /** Multiply-adds of numbers; additions alone, the noise and exponentials are not counted. */
  readonly macs: number;
  /** Loads of vec4s from storage buffers. */
  readonly vectors: number;
  /** Loads of single numbers from storage buffers. */
  readonly scalars: number;
}

/** One dispatch of an iteration. */
export interface Dispatch {
  readonly name: string;
  readonly invocations: number;
  readonly workgroups: number;
  /** Bytes of workgroup memory. */
  readonly memory: number;
  readonly longest: Effort;
  /** Multiply-adds of all invocations. */
  readonly macs: number;
  /** Bytes of buffers that it reads or writes, each counted once: what comes from a cache again is not. */
  readonly bytes: number;
}

interface Sizes {
  readonly d: number;
  readonly blocks: number;
}

const FLOAT = 4;

/** The dispatches of an iteration of `rows` trajectories without axes, in order: the blocks, then the summary. */
export function iterationWork({ d, blocks }: Sizes, shape: Shape, rows: number): Dispatch[] {
  const perBlock = Array.from({ length: blocks }, (_, i) =>
    blockWork(d, shape, { first: i === 0, last: i === blocks - 1 }, rows),
  );
  return [...perBlock.flat(), summaryWork(d, shape, rows)];
}

/** Bytes of copying the new states out of the buffer that the last block writes, which the contract of a step asks for. */
export function copyBytes(d: number, rows: number): number {
  return 2 * rows * CANDIDATES * d * FLOAT;
}

/** The least that an iteration can move: a block reads and writes the states once, and its weights once. */
export function leastBytes({ d, blocks }: Sizes, rows: number): number {
  const weights = (7 * 2 * d + 2 + d) * d + 2 * d;
  return blocks * FLOAT * (2 * rows * CANDIDATES * d + weights);
}

function blockWork(d: number, shape: Shape, place: Place, rows: number): Dispatch[] {
  const kernels = createBlockKernels(d, place, shape);
  const candidate = place.last ? kernels.last : kernels.candidate;
  const efforts = shape.family === "serial" ? serialEffort : shape.tile === "band" ? bandEffort : boxEffort;
  const states = rows * CANDIDATES * d * FLOAT;
  const mixed = rows * mixedFloats(d, shape) * FLOAT;
  const condition = place.first ? CANDIDATES * FLOAT : 0;
  const matrix = 2 * d * d * FLOAT;
  const tiled = shape.family === "tiled";
  // Of the seven [d, 2 d] matrices: those of the units that the first kernel mixes; a band has lines of its own as well.
  const ofUnits = tiled ? (shape.tile === "band" ? 1 : 2) : 6;
  const parts = place.last ? rows * CANDIDATES * 16 : 0;
  const hidden = tiled ? 0 : 2 * rows * (stateFloats(d) - CANDIDATES * d) * FLOAT;
  const [mix, rest] = efforts(d, place, kernels.mix.constants, candidate.constants);
  return [
    {
      ...dispatchOf(kernels.mix, kernels.mixInvocations(rows)),
      longest: mix.longest,
      macs: rows * mix.macsPerRow,
      // The serial kernel also writes its means there and reads them back; these are in `mixed` once.
      bytes: states + mixed + condition + ofUnits * matrix,
    },
    {
      ...dispatchOf(candidate, kernels.candidateInvocations(rows)),
      longest: rest.longest,
      macs: rows * rest.macsPerRow,
      // A later last block reads z beside u.
      bytes:
        (place.last && !place.first ? 3 : 2) * states +
        mixed +
        condition +
        (tiled ? 7 - ofUnits : 1) * matrix +
        matrix / 2 +
        hidden +
        parts,
    },
  ];
}

function dispatchOf({ name, program, code }: Kernel, invocations: number) {
  const [size] = program.workgroupSize;
  return { name, invocations, workgroups: Math.ceil(invocations / size), memory: workgroupBytes(code) };
}

interface KernelEffort {
  readonly longest: Effort;
  readonly macsPerRow: number;
}

type Constants = Readonly<Record<string, number>>;
const at = (constants: Constants, name: string) => constants[name] ?? Number.NaN;

/** Loads of vec4s and of numbers for a latent: in the first block it is z and Emb[x], which takes x. */
const latentLoads = ({ first }: Place) => (first ? ([2, 1] as const) : ([1, 0] as const));

/** Of tiled/cells.wgsl. */
function cellsEffort(d: number, place: Place, cells: Constants): KernelEffort {
  const Q = d / 4;
  const [vectors, scalars] = latentLoads(place);
  const [SPLIT, KINDS] = [at(cells, "SPLIT"), at(cells, "KINDS")];
  const staged = Math.ceil((27 * Q) / at(cells, "THREADS"));
  return {
    longest: {
      macs: (16 * Q) / SPLIT,
      vectors: staged * vectors + (4 * Q) / SPLIT,
      scalars: staged * scalars + 2,
    },
    macsPerRow: KINDS * 81 * 2 * Q * Q * 16,
  };
}

/** Of the tiled kernels with a box per workgroup, phase by phase as in tiled/box.wgsl. */
function boxEffort(d: number, place: Place, cells: Constants, box: Constants): readonly [KernelEffort, KernelEffort] {
  const Q = d / 4;
  const [vectors, scalars] = latentLoads(place);
  const [B, S, THREADS, ROUNDS] = ["B", "S", "THREADS", "ROUNDS"].map((name) => at(box, name)) as [
    number,
    number,
    number,
    number,
  ];
  const slice = Math.ceil(Q / S);
  const latents = Math.ceil((B * 9 * Q) / THREADS) + ROUNDS;
  // The mean of everything is a sum of 27, that of the digit of three.
  const means = Math.ceil((B * 2 * Q) / THREADS) * 27;
  // Nine latents, six segments, the box, the digit, everything.
  const mixing = 18 * 16 * slice;
  const output = 16 * Q * ROUNDS;
  const heads = place.last ? 8 * ROUNDS : 0;
  const finish = place.last ? 4 * ROUNDS : 0;
  return [
    cellsEffort(d, place, cells),
    {
      longest: {
        macs: mixing + output + heads,
        vectors: latents * vectors + means + 5 * 4 * slice + 3 * 8 + 4 * Q + ROUNDS + finish,
        // Four quantiles for each vec4 of noise.
        scalars: latents * scalars + (place.last ? 4 * ROUNDS : 0),
      },
      macsPerRow: 81 * 18 * 2 * d * d + CANDIDATES * (d * d + (place.last ? 2 * d : 0)),
    },
  ];
}

/** Of the tiled kernels with a band per workgroup, phase by phase as in tiled/band.wgsl. */
function bandEffort(d: number, place: Place, cells: Constants, band: Constants): readonly [KernelEffort, KernelEffort] {
  const Q = d / 4;
  const [vectors, scalars] = latentLoads(place);
  const [B, P, KQ, THREADS, ROUNDS] = ["B", "P", "KQ", "THREADS", "ROUNDS"].map((name) => at(band, name)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  // Latents, six of other bands for each column, partial sums of "everything".
  const columns = 6 * Math.ceil((B * 9 * KQ) / THREADS);
  const latents = (Q / KQ) * (Math.ceil((B * 27 * KQ) / THREADS) + columns) + 3 * ROUNDS;
  const everything = (Q / KQ) * 27 * Math.ceil((B * KQ) / THREADS);
  // Three latents, segment of the row, segment and mean of the column, one unit of the list.
  const mixing = 7 * 16 * Q * P * B;
  const output = 3 * 16 * Q * ROUNDS;
  const heads = place.last ? 3 * 8 * ROUNDS : 0;
  const finish = place.last ? 3 * (1 + 2) * ROUNDS : 0;
  return [
    cellsEffort(d, place, cells),
    {
      longest: {
        macs: mixing + output + heads,
        vectors: latents * vectors + everything + 16 * Q * P + 4 * B * P + 4 * Q + B + 2 * ROUNDS + finish,
        // Four quantiles for each vec4 of noise.
        scalars: latents * scalars + (place.last ? 12 * ROUNDS : 0),
      },
      macsPerRow: (27 * (mixing * THREADS)) / B + CANDIDATES * (d * d + (place.last ? 2 * d : 0)),
    },
  ];
}

/** Of the serial kernels: a tile of the nine digits in mix.wgsl, and R candidates in candidate.wgsl. */
function serialEffort(
  d: number,
  place: Place,
  mix: Constants,
  candidate: Constants,
): readonly [KernelEffort, KernelEffort] {
  const Q = d / 4;
  const [vectors, scalars] = latentLoads(place);
  const [COLUMNS, R] = [at(mix, "COLUMNS"), at(candidate, "R")];
  const pooled = 9 * 81 * Q;
  const mixing = 32 * Q * Q * R;
  const output = 16 * Q * Q * R;
  return [
    {
      longest: {
        // A tile of row segments has most products: nine of its own, three rows and three boxes.
        macs: 15 * 16 * Q * COLUMNS,
        vectors: pooled * vectors + COLUMNS * Q * (8 + 9),
        scalars: pooled * scalars + 2,
      },
      macsPerRow: 820 * 2 * Q * Q * 16,
    },
    {
      longest: {
        macs: mixing + output + (place.last ? 8 * Q * R : 0),
        vectors:
          Q * (2 + 6 * R + Q * (8 + vectors * R)) + Q * (vectors * R + Q * (4 + R)) + (place.last ? 5 * Q * R : 0),
        scalars: R * scalars + (place.last ? 4 * Q * R : 0),
      },
      macsPerRow: CANDIDATES * (3 * d * d + (place.last ? 2 * d : 0)),
    },
  ];
}

function summaryWork(d: number, { family }: Shape, rows: number): Dispatch {
  const { workgroup, invocationsPerRow } = SUMMARY_KERNELS[family];
  return {
    ...dispatchOf(createStateKernels(d, family).summary, rows * invocationsPerRow(SUMMARY_LAYOUT.CELL_WORDS)),
    longest: { macs: 0, vectors: family === "tiled" ? Math.ceil(CANDIDATES / workgroup) : CANDIDATES, scalars: 0 },
    macs: 0,
    bytes: rows * (CANDIDATES * 16 + SUMMARY_LAYOUT.SUMMARY * FLOAT),
  };
}

const BYTES_OF: Readonly<Record<string, number>> = { vec4f: 16, f32: 4, i32: 4, u32: 4 };

/** Bytes of the workgroup variables that a shader declares. */
function workgroupBytes(code: string): number {
  const constants = new Map(
    [...code.matchAll(/const (\w+)(?:: i32)? = (\d+);/g)].map(([, name, value]) => [name, value]),
  );
  const sizeOf = (length: string) =>
    length.split("*").reduce((size, factor) => size * Number(constants.get(factor.trim()) ?? factor), 1);
  let bytes = 0;
  for (const [, element = "", length = ""] of code.matchAll(/var<workgroup> \w+: array<(\w+), ([^>]+)>;/g))
    bytes += (BYTES_OF[element] ?? Number.NaN) * sizeOf(length);
  for (const [, type = ""] of code.matchAll(/var<workgroup> \w+: (\w+);/g)) bytes += BYTES_OF[type] ?? Number.NaN;
  return bytes;
}
