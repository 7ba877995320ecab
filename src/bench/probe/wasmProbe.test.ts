import { expect, it } from "vitest";
import { probeWasm } from "./wasmProbe";

it("counts the multiply-adds and the bytes of its best repeat", () => {
  let milliseconds = 0;
  // Each measurement takes a quarter of a second by this clock, so the first number of turns is enough.
  const roof = probeWasm(() => (milliseconds += 250));
  expect(roof?.gflops).toBeCloseTo((2 ** 16 * 8 * 4 * 2) / 0.25 / 1e9, 6);
  expect(roof?.gbytes).toBeCloseTo((2 * 64 * 2 ** 20) / 0.25 / 1e9, 6);
});

it("repeats what ends too soon to be measured twice as often, until it does not", () => {
  const lengths = [10, 10, 250];
  let [milliseconds, calls] = [0, 0];
  const clock = () => (milliseconds += calls++ % 2 === 0 ? 0 : (lengths[(calls - 2) / 2] ?? 250));
  expect(probeWasm(clock)?.gflops).toBeCloseTo((2 ** 18 * 8 * 4 * 2) / 0.25 / 1e9, 6);
});

it("computes what it counts: no processor is faster than this", () => {
  const roof = probeWasm();
  expect(roof?.gflops).toBeLessThan(500);
  expect(roof?.gbytes).toBeLessThan(1000);
});
