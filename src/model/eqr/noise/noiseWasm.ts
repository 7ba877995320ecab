/**
 * The loop of noise.ts in WebAssembly, which has the 64-bit products that JavaScript lacks: a quarter of the time for the
 * same bits. The module is assembled here, instruction by instruction (https://webassembly.github.io/spec/core/binary/).
 */
import { name, PREAMBLE, section, signed, unsigned } from "./wasmBinary";

/** Constants of Philox 4x32-10 (Salmon et al. 2011): multipliers, what each round adds to the key, and rounds. */
export const PHILOX = { M0: 0xd2511f53, M1: 0xcd9e8d57, W0: 0x9e3779b9, W1: 0xbb67ae85, ROUNDS: 10 } as const;

/** Fills an array with the noise of noise.ts. */
export type FillNoise = (out: Float32Array, seed: number, trajectory: number, k: number, cycle: number) => void;

const PAGE = 65536;
const PAGES = 2;
/** Bytes of the table of quantiles, which lies at address 0; the noise comes after it. */
const TABLE = 4096 * 4;
/** Blocks of four normals that fit into the memory at once. */
const BLOCKS = (PAGES * PAGE - TABLE) / 16;

/** Compiles the loop for a table of 4096 quantiles and a second key word. Null where WebAssembly may not be used. */
export function compileNoise(table: Float32Array, stream: number): FillNoise | null {
  const made = instantiate(stream);
  if (!made) return null;
  const { memory, fill } = made;
  new Float32Array(memory.buffer).set(table);
  return (out, seed, trajectory, k, cycle) => {
    for (let from = 0; from < out.length; from += BLOCKS * 4) {
      const count = Math.min(out.length - from, BLOCKS * 4);
      fill(from / 4, Math.ceil(count / 4), seed, trajectory, k, cycle);
      out.set(new Float32Array(memory.buffer, TABLE, count), from);
    }
  };
}

function instantiate(stream: number) {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(stream)));
    return {
      memory: exports.memory as WebAssembly.Memory,
      fill: exports.fill as (...args: [number, number, number, number, number, number]) => void,
    };
  } catch {
    return null;
  }
}

/** Locals of the function: its parameters, then counter, address and products. */
const L = {
  block: 0,
  blocks: 1,
  seed: 2,
  trajectory: 3,
  k: 4,
  cycle: 5,
  c0: 6,
  c1: 7,
  c2: 8,
  c3: 9,
  to: 10,
  p0: 11,
  p1: 12,
};
const PARAMETERS = 6;
const WORDS = 5;
const PRODUCTS = 2;

const I32 = 0x7f;
const I64 = 0x7e;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const i32 = (value: number) => [0x41, ...signed(BigInt(value | 0))];
const i64 = (value: number) => [0x42, ...signed(BigInt(value))];
const I32_ADD = 0x6a;
const I32_SUB = 0x6b;
const I32_XOR = 0x73;
const I32_SHL = 0x74;
const I32_SHR_U = 0x76;
const I64_MUL = 0x7e;
const I64_SHR_U = 0x88;
const I32_WRAP_I64 = 0xa7;
const I64_EXTEND_I32_U = 0xad;
const low = (product: number) => [...get(product), I32_WRAP_I64];
const high = (product: number) => [...get(product), ...i64(32), I64_SHR_U, I32_WRAP_I64];
const multiply = (product: number, factor: number, word: number) => [
  ...[...i64(factor), ...get(word), I64_EXTEND_I32_U, I64_MUL],
  ...set(product),
];
const copy = (to: number, from: number) => [...get(from), ...set(to)];
const xorWith = (word: number, high: number[], key: number[]) => [...high, ...get(word), I32_XOR, ...key, I32_XOR];

/** One round with what the key has become by then: seed + r W0 and stream + r W1. */
function round(stream: number, r: number): number[] {
  return [
    ...multiply(L.p0, PHILOX.M0, L.c0),
    ...multiply(L.p1, PHILOX.M1, L.c2),
    ...xorWith(L.c1, high(L.p1), [...get(L.seed), ...i32(Math.imul(r, PHILOX.W0)), I32_ADD]),
    ...set(L.c0),
    ...[...low(L.p1), ...set(L.c1)],
    ...xorWith(L.c3, high(L.p0), i32(stream + Math.imul(r, PHILOX.W1))),
    ...set(L.c2),
    ...[...low(L.p0), ...set(L.c3)],
  ];
}

/** to[lane] = table[word >>> 20] */
function store(word: number, lane: number): number[] {
  const align = 2;
  const address = [...get(word), ...i32(20), I32_SHR_U, ...i32(2), I32_SHL];
  return [...get(L.to), ...address, ...[0x28, align, 0], ...[0x36, align, ...unsigned(TABLE + lane * 4)]];
}

function assemble(stream: number): Uint8Array<ArrayBuffer> {
  const rounds = Array.from({ length: PHILOX.ROUNDS }, (_, r) => round(stream, r)).flat();
  const words = [L.c0, L.c1, L.c2, L.c3];
  const loop = [0x03, 0x40];
  const againIf = [0x0d, 0];
  const end = 0x0b;
  const code = [
    ...[2, WORDS, I32, PRODUCTS, I64],
    ...loop,
    ...[...copy(L.c0, L.block), ...copy(L.c1, L.k), ...copy(L.c2, L.trajectory), ...copy(L.c3, L.cycle)],
    ...rounds,
    ...words.flatMap(store),
    ...[...get(L.to), ...i32(16), I32_ADD, ...set(L.to)],
    ...[...get(L.block), ...i32(1), I32_ADD, ...set(L.block)],
    ...[...get(L.blocks), ...i32(1), I32_SUB, ...tee(L.blocks), ...againIf],
    ...[end, end],
  ];
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, [1, 0x60, PARAMETERS, ...Array.from({ length: PARAMETERS }, () => I32), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, PAGES]),
    ...section(7, [2, ...name("memory"), 2, 0, ...name("fill"), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}
