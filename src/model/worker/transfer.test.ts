import { expect, it } from "vitest";
import { withTransfers } from "./transfer";

const spent = { iterations: 1, flop: 2, gpuMs: null };

it("hands over the arrays of frames and beliefs, copying those that share a buffer", () => {
  const shared = new Float32Array(4);
  const frame = {
    k: 1,
    residual: shared.subarray(0, 2),
    q: shared.subarray(2),
    coords: new Float32Array(6),
    digits: new Uint8Array(162),
    confidence: new Uint8Array(162),
  };
  const beliefs = [{ trajectory: 0, k: 1, softmax: new Uint8Array(729) }];
  const before = structuredClone({ type: "frames", run: 1, frames: [frame], beliefs, spent });
  const { message, transfer } = withTransfers({ type: "frames", run: 1, frames: [frame], beliefs, spent });
  expect(new Set(transfer).size).toBe(6);
  // structuredClone refuses what postMessage would refuse.
  expect(structuredClone(message, { transfer })).toEqual(before);
  expect(shared.length).toBe(4);
});

it("hands over what a frame tells of nudges", () => {
  const frame = {
    k: 1,
    residual: new Float32Array(1),
    q: new Float32Array(1),
    coords: new Float32Array(3),
    digits: new Uint8Array(81),
    confidence: new Uint8Array(81),
    hypotheses: new Uint8Array(81).fill(4),
    phase: Uint8Array.of(1),
    cycle: Uint16Array.of(300),
  };
  const before = structuredClone({ type: "frames", run: 1, frames: [frame], beliefs: [], spent });
  const { message, transfer } = withTransfers({ type: "frames", run: 1, frames: [frame], beliefs: [], spent });
  expect(transfer).toHaveLength(8);
  expect(structuredClone(message, { transfer })).toEqual(before);
  expect(frame.hypotheses.length).toBe(0);
});

it("hands over the coordinates of a new basis, and nothing of plain messages", () => {
  const window = { k: 1, flipped: [false, false, false] as const };
  const basis = { id: 1, explained: [1, 0, 0] as const, states: 2, fromK: 0, toK: 1, window };
  const reprojection = { basis, ks: Int32Array.of(0, 1), coords: new Float32Array(6) };
  expect(withTransfers({ type: "basis", run: 1, reprojection }).transfer).toHaveLength(2);
  expect(withTransfers({ type: "ended", run: 1, end: { kind: "depth" } }).transfer).toEqual([]);
});
