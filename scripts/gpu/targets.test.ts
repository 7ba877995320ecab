import { expect, test } from "vitest";
import { PLANS } from "../../src/bench/plan";
import type { ContestantName, Report, Row } from "../../src/bench/protocol";
import { measuredRow } from "../../src/bench/rows.testing";
import { targetLines } from "./targets";

const row = (contestant: ContestantName, breadth: number, iterationsPerSecond: number, ofRate: number | null = null) =>
  measuredRow({ contestant, breadth, iterationsPerSecond, ofRate });

const report = (rows: readonly Row[]): Report => ({
  ...{ adapter: "NVIDIA Test", kernels: "tiled (rows 2)", cpu: "", model: "", plan: PLANS.full, seconds: 1 },
  ...{ roofs: { webgpu: null, wasm: null }, rows },
});

test("what was measured is held against what the kernels are built for, the faster of two peers counting", () => {
  const lines = targetLines(
    report([
      row("fused", 1, 100),
      row("tfjs-ops-webgpu", 1, 10),
      row("fused", 64, 100, 0.3),
      row("tfjs-ops-webgpu", 64, 10),
      row("onnxruntime-webgpu", 64, 20),
      row("fused", 512, 1, 0.25),
    ]),
    0.2,
  ).join("\n");
  expect(lines).toMatch(/breadth 1,.*: 10.0, at least 10: reached/);
  expect(lines).toMatch(/breadth 8,.*: not measured/);
  expect(lines).toMatch(/breadth 64,.*: 5.0, at least 6: NOT REACHED/);
  expect(lines).toMatch(/multiply-add rate at breadth 512: 25.0 %, at least 20 %: reached/);
});

test("a run that was not made is said to be missing", () => {
  expect(targetLines(report([]), 0.2).filter((line) => line.endsWith("not measured"))).toHaveLength(5);
});
