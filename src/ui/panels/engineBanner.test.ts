import { expect, it } from "vitest";
import type { ModelCard } from "../../model/eqr/card";
import type { BackendInfo } from "../../model/worker/protocol";
import { engineBanner } from "./engineBanner";

const card = { name: "m" } as ModelCard;
const gpu: BackendInfo = { kind: "webgpu", device: "a card", whyNotWebgpu: null };
const cpu: BackendInfo = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "This browser has no WebGPU." };

it("has something to say only when something is the matter", () => {
  expect(engineBanner({ kind: "loading", loaded: 0, total: 0 }, false)).toBeNull();
  expect(engineBanner({ kind: "ready", backend: gpu, card }, false)).toBeNull();
  expect(engineBanner({ kind: "ready", backend: cpu, card }, false)).toMatchObject({
    action: "webgpu",
    dismissAs: "no-webgpu",
  });
  expect(engineBanner({ kind: "ready", backend: cpu, card }, true)).toBeNull();
  expect(engineBanner({ kind: "failed", during: "load", message: "404.", card: null }, false)).toMatchObject({
    action: "retry",
    text: expect.stringContaining("Your puzzle and settings are safe"),
  });
});
