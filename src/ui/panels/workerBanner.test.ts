import { expect, it } from "vitest";
import type { BackendInfo } from "../../model/eqr/backend/backend";
import type { ModelCard } from "../../model/eqr/model/card";
import { workerBanner } from "./workerBanner";

const card = { name: "m" } as ModelCard;
const gpu: BackendInfo = { kind: "webgpu", device: "a card", whyNotWebgpu: null };
const cpu: BackendInfo = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "This browser has no WebGPU." };

it("has something to say only when something is the matter", () => {
  expect(workerBanner({ kind: "loading", loaded: 0, total: 0 }, false)).toBeNull();
  expect(workerBanner({ kind: "ready", backend: gpu, card }, false)).toBeNull();
  expect(workerBanner({ kind: "ready", backend: cpu, card }, false)).toMatchObject({
    action: "webgpu",
    dismissAs: "no-webgpu",
  });
  expect(workerBanner({ kind: "ready", backend: cpu, card }, true)).toBeNull();
  expect(workerBanner({ kind: "failed", during: "load", message: "404.", card: null }, false)).toMatchObject({
    action: "retry",
    text: expect.stringContaining("Your puzzle and settings are safe"),
  });
});
