import { expect, it } from "vitest";
import { PLANS } from "./plan";
import type { Report, Row } from "./protocol";
import { inOrder, jsonReport, textReport } from "./report";
import { measuredRow } from "./rows.testing";

const NOT_RUN: Row = { kind: "not-run", contestant: "tfjs-ops-webgpu", breadth: 8, reason: "Not run: too slow." };
const ROWS: Row[] = [
  measuredRow({ iterationsPerSecond: 123.456 }),
  measuredRow({
    contestant: "tfjs-ops-webgpu",
    iterationsPerSecond: 2,
    dispatches: 129,
    ofRate: 0.01,
    ofBandwidth: 0.02,
  }),
  measuredRow({ breadth: 8, contestant: "tfjs-wasm", ofRate: null, ofBandwidth: null }),
  NOT_RUN,
];
const REPORT: Report = {
  adapter: "Some GPU",
  kernels: "",
  cpu: "Some CPU",
  model: "a model",
  plan: PLANS.quick,
  roofs: { webgpu: { gflops: 10, gbytes: 20 }, wasm: null },
  rows: ROWS,
  seconds: 12.3,
};

it("prints one flat row a contestant and breadth, with the nearer of the two roofs", () => {
  const { adapter, cpu, rows, ratio_tfjs_ops_breadth1 } = jsonReport(REPORT);
  expect({ adapter, cpu, ratio_tfjs_ops_breadth1 }).toEqual({
    adapter: "Some GPU",
    cpu: "Some CPU",
    ratio_tfjs_ops_breadth1: 61.73,
  });
  expect(rows[0]).toEqual({
    contestant: "fused",
    breadth: 1,
    iterations_per_s: 123.5,
    spread: 0.2,
    n: 250,
    dispatches: 6,
    bytes_read: 184,
    gflops: 1.56,
    roofline_fraction: 0.5,
  });
  expect(rows[1]?.roofline_fraction).toBe(0.02);
  expect(rows[2]?.roofline_fraction).toBeNull();
});

it("gives a reason instead of numbers for what did not run", () => {
  const row = jsonReport(REPORT).rows[3];
  expect(row).toMatchObject({ iterations_per_s: null, n: 0, dispatches: null, reason: "Not run: too slow." });
});

it("has no ratio where either of the two did not run", () => {
  expect(jsonReport({ ...REPORT, rows: ROWS.slice(0, 1) }).ratio_tfjs_ops_breadth1).toBeNull();
  expect(jsonReport({ ...REPORT, rows: ROWS.slice(1, 2) }).ratio_tfjs_ops_breadth1).toBeNull();
});

it("says in words what did not run, what was not measured and what does not agree", () => {
  const wrong = measuredRow({ contestant: "onnxruntime-wasm", agrees: false });
  const once = measuredRow({ breadth: 64, spread: null, batches: 1, iterations: 1, first: true });
  const text = textReport({ ...REPORT, rows: [...ROWS, wrong, once] }).join("\n");
  expect(text).toContain("61.7×");
  expect(text).toContain("WebAssembly: not measured");
  expect(text).toContain("breadth 8, TensorFlow.js ops on WebGPU: Not run: too slow.");
  expect(text).toContain("breadth 1, ONNX Runtime Web on WebAssembly: DOES NOT AGREE with the reference");
  expect(text).toMatch(/–\s+1 × 1/);
  expect(text).toContain("breadth 64, Settle, own kernels on WebGPU: there was time for one iteration only");
});

it("orders rows by breadth, then as the contestants are listed", () => {
  const [a, b, c, d] = ROWS;
  expect(inOrder([d, c, b, a].filter((row) => row !== undefined))).toEqual([a, b, d, c]);
});
