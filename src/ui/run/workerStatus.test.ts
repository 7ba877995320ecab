import { expect, it } from "vitest";
import type { BackendInfo } from "../../model/eqr/backend/backend";
import type { ModelCard } from "../../model/eqr/model/card";
import type { WorkerStatus } from "../store/run";
import { statusAfter } from "./workerStatus";

const card = { name: "m" } as ModelCard;
const gpu: BackendInfo = { kind: "webgpu", device: "a card", whyNotWebgpu: null };
const cpu: BackendInfo = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "This browser has no WebGPU." };
const loading: WorkerStatus = { kind: "loading", loaded: 0, total: 0 };
const ready: WorkerStatus = { kind: "ready", backend: gpu, card };

it("goes from loading to ready, lost and back", () => {
  expect(statusAfter(loading, { type: "ready", backend: gpu, card })).toEqual(ready);
  const lost = statusAfter(ready, { type: "lost", message: "gone" });
  expect(lost).toMatchObject({ kind: "lost", card });
  expect(statusAfter(lost, { type: "recovered", backend: cpu })).toEqual({ kind: "ready", backend: cpu, card });
});

it("keeps the card when a run fails, and ignores what concerns only a run", () => {
  expect(statusAfter(ready, { type: "failed", during: "run", message: "no memory" })).toMatchObject({
    kind: "failed",
    card,
  });
  expect(statusAfter(ready, { type: "ended", run: 1, end: { kind: "depth" } })).toBe(ready);
});
