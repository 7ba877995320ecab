import { expect, it } from "vitest";
import { probeWasm } from "./wasmProbe";

it("measures a thread in the range of processors", () => {
  const roof = probeWasm();
  expect(roof?.gflops).toBeGreaterThan(0.5);
  expect(roof?.gflops).toBeLessThan(500);
  expect(roof?.gbytes).toBeGreaterThan(0.1);
  expect(roof?.gbytes).toBeLessThan(1000);
});
