import { expect, it } from "vitest";
import { wilson } from "../../../model/analysis/wilson";
import type { PathResult } from "../../../model/experiments/pathIndependence";
import { describePaths } from "./words";

const end = { kind: "settled", iterations: 40, digits: new Uint8Array(81), valid: true, group: 0 } as const;
const result: PathResult = {
  starts: 4,
  done: 8,
  ends: [end, end, end, { ...end, group: 1 }],
  distances: new Float32Array(16),
  pairs: [
    { start: 0.01, end: 0, same: true, near: true },
    { start: 0.42, end: 0.8, same: false, near: true },
  ],
  alignment: { mean: 0.91, low: 0.8, high: 1, n: 4 },
  same: wilson(1, 2),
};

it("gives the score with its interval, the share with its own, and where neighbours part", () => {
  expect(describePaths(result)).toBe(
    "Alignment 0.910 (0.800–1.000) over 4 starts; 4 settled, on 2 states. 1 of 2 pairs ended in the same state (9–91 %). The nearest neighbours that parted, or did not settle, began 0.42 apart.",
  );
});

it("says nothing before there is a score", () => {
  expect(describePaths({ ...result, alignment: null })).toBe("");
});
