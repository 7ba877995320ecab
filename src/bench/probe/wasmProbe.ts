import { name, PREAMBLE, section, signed, unsigned } from "../../model/eqr/noise/wasmBinary";
import type { Roof } from "../protocol";

/** Independent chains of f32x4 multiply-adds: enough to hide their latency, few enough for the registers. */
const CHAINS = 8;
const PAGE = 65536;
/** Two areas of this size are more than any cache holds. */
const AREA = 64 * 2 ** 20;
const RUN_SECONDS = 0.1;
const REPEATS = 3;

/** Measures what one WebAssembly thread with SIMD can do; null where this browser has no SIMD. */
export function probeWasm(now: () => number = () => performance.now()): Roof | null {
  const made = instantiate();
  if (!made) return null;
  const secondsOf = (run: () => void): number => {
    const began = now();
    run();
    return (now() - began) / 1000;
  };
  let turns = 2 ** 16;
  while (secondsOf(() => made.rate(turns)) < RUN_SECONDS) turns *= 2;
  made.copy();
  const best = (run: () => void) => Math.min(...Array.from({ length: REPEATS }, () => secondsOf(run)));
  return {
    gflops: (turns * CHAINS * 4 * 2) / best(() => made.rate(turns)) / 1e9,
    gbytes: (2 * AREA) / best(made.copy) / 1e9,
  };
}

function instantiate(): { rate(turns: number): number; copy(): void } | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble()));
    return { rate: exports.rate as (turns: number) => number, copy: exports.copy as () => void };
  } catch {
    return null;
  }
}

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const SIMD = 0xfd;
const splat = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), SIMD, 0x13];
const MUL = [SIMD, 0xe6, 0x01];
const ADD = [SIMD, 0xe4, 0x01];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const i32 = (value: number) => [0x41, ...signed(BigInt(value))];

/** rate(turns): x = x a + b for every chain, turns times; returns a number that needs them all. copy(): one area to the other. */
function assemble(): Uint8Array<ArrayBuffer> {
  const [turns, a, b, first] = [0, 1, 2, 3];
  const chains = Array.from({ length: CHAINS }, (_, n) => first + n);
  const rate = [
    ...[1, ...unsigned(2 + CHAINS), V128],
    ...[...splat(0.999), ...set(a), ...splat(0.001), ...set(b)],
    ...chains.flatMap((x) => [...splat(x), ...set(x)]),
    ...[0x03, 0x40],
    ...chains.flatMap((x) => [...get(x), ...get(a), ...MUL, ...get(b), ...ADD, ...set(x)]),
    ...[...get(turns), ...i32(1), 0x6b, 0x22, turns, 0x0d, 0, 0x0b],
    ...[...splat(0), ...chains.flatMap((x) => [...get(x), ...ADD]), SIMD, 0x1f, 0, 0x0b],
  ];
  const copy = [0, ...i32(AREA), ...i32(0), ...i32(AREA), 0xfc, 0x0a, 0, 0, 0x0b];
  const bodies = [rate, copy].map((body) => [...unsigned(body.length), ...body]);
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, [2, ...[0x60, 1, I32, 1, F32], ...[0x60, 0, 0]]),
    ...section(3, [2, 0, 1]),
    ...section(5, [1, 0, ...unsigned((2 * AREA) / PAGE)]),
    ...section(7, [2, ...name("rate"), 0, 0, ...name("copy"), 0, 1]),
    ...section(10, [2, ...bodies.flat()]),
  ]);
}
