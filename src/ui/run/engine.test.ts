import { expect, it } from "vitest";
import type { ModelCard } from "../../model/eqr/card";
import type { BackendInfo } from "../../model/worker/protocol";
import type { Engine } from "../store/run";
import { engineAfter } from "./engine";

const card = { name: "m" } as ModelCard;
const gpu: BackendInfo = { kind: "webgpu", device: "a card", whyNotWebgpu: null };
const cpu: BackendInfo = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "This browser has no WebGPU." };
const loading: Engine = { kind: "loading", loaded: 0, total: 0 };
const ready: Engine = { kind: "ready", backend: gpu, card };

it("goes from loading to ready, lost and back", () => {
  expect(engineAfter(loading, { type: "ready", backend: gpu, card })).toEqual(ready);
  const lost = engineAfter(ready, { type: "lost", message: "gone" });
  expect(lost).toMatchObject({ kind: "lost", card });
  expect(engineAfter(lost, { type: "recovered", backend: cpu })).toEqual({ kind: "ready", backend: cpu, card });
});

it("keeps the card when a run fails, and ignores what concerns only a run", () => {
  expect(engineAfter(ready, { type: "failed", during: "run", message: "no memory" })).toMatchObject({
    kind: "failed",
    card,
  });
  expect(engineAfter(ready, { type: "ended", run: 1, end: { kind: "depth" } })).toBe(ready);
});
