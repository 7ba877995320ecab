import { expect, it } from "vitest";
import type { Row } from "../protocol";
import { measuredRow } from "../rows.testing";
import { chartGroups, sentenceOf } from "./groups";

const ROWS: Row[] = [
  measuredRow({ iterationsPerSecond: 100, slowest: 90, fastest: 120 }),
  measuredRow({ contestant: "tfjs-ops-webgpu", iterationsPerSecond: 5 }),
  measuredRow({ contestant: "tfjs-wasm", iterationsPerSecond: 200 }),
  measuredRow({ breadth: 8, iterationsPerSecond: 30, slowest: 20, fastest: 35 }),
  { kind: "not-run", contestant: "tfjs-ops-webgpu", breadth: 8, reason: "Not run." },
];

it("puts all breadths on one axis, in iterations of one trajectory, the fastest first", () => {
  const groups = chartGroups(ROWS);
  expect(groups.map(({ title, marks }) => [title, ...marks.map(({ id }) => id)])).toEqual([
    ["Breadth 1", "tfjs-wasm", "fused", "tfjs-ops-webgpu"],
    ["Breadth 8", "fused"],
  ]);
  expect(groups[1]?.marks[0]).toMatchObject({ look: "own", value: 240, low: 160, high: 280, text: "240" });
});

it("compares with the peers on the same ground, and claims nothing of what did not run", () => {
  expect(sentenceOf(ROWS)).toBe(
    "Our kernels on this adapter: at breadth 1 they make 20 times the rate of TensorFlow.js ops.",
  );
  expect(sentenceOf(ROWS.slice(2))).toBe("");
});
