import { expect, it } from "vitest";
import type { ModelCard } from "../model/eqr/model/card";
import { withShares, workOf } from "./roofline";
import { measuredRow } from "./rows.testing";

const CARD = {
  config: { d: 2, blocks: 1 },
  flopsPerIteration: 1000,
  weights: { file: "", bytes: 336, sha256: "" },
} as unknown as ModelCard;

it("counts the states twice and the weights once", () => {
  expect(workOf(CARD, 3)).toEqual({ flops: 3000, bytes: 3 * 2 * 729 * 2 * 4 + 336 });
});

it("relates what was done to what the ground can do", () => {
  const row = measuredRow({ contestant: "tfjs-wasm", breadth: 1, iterationsPerSecond: 1e6 });
  const roofs = { webgpu: { gflops: 1, gbytes: 1 }, wasm: { gflops: 4, gbytes: 24 } };
  expect(withShares(row, CARD, roofs)).toMatchObject({ ofRate: 0.25, ofBandwidth: 0.5 });
  expect(withShares(row, CARD, { ...roofs, wasm: null })).toMatchObject({ ofRate: null, ofBandwidth: null });
});
