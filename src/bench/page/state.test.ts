import { expect, it } from "vitest";
import { PLANS } from "../plan";
import type { Report } from "../protocol";
import { measuredRow } from "../rows.testing";
import { afterEvent, IDLE } from "./state";

const ROW = measuredRow({});
const running = afterEvent(IDLE, { kind: "started" });
const withRow = afterEvent(running, { kind: "row", row: ROW });

it("collects rows while it runs and tells how far it is", () => {
  const state = afterEvent(withRow, { kind: "progress", done: 3, total: 12, text: "half-way" });
  expect(state).toEqual({ kind: "running", rows: [ROW], share: 0.25, text: "half-way" });
});

it("keeps what was measured when it is cancelled or fails", () => {
  expect(afterEvent(withRow, { kind: "cancelled" })).toEqual({ kind: "idle", rows: [ROW] });
  expect(afterEvent(withRow, { kind: "failed", message: "no" })).toEqual({
    kind: "failed",
    rows: [ROW],
    message: "no",
  });
});

it("ends with the rows of the report, and starts without any", () => {
  const rows = [measuredRow({ ofRate: 0.7 })];
  const report: Report = {
    ...{ adapter: "", kernels: "", cpu: "", model: "", plan: PLANS.quick, roofs: { webgpu: null, wasm: null } },
    ...{ rows, seconds: 1 },
  };
  const done = afterEvent(withRow, { kind: "done", report });
  expect(done).toEqual({ kind: "done", rows, report });
  expect(afterEvent(done, { kind: "started" }).rows).toEqual([]);
});
