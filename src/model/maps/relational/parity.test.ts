import { readFile } from "node:fs/promises";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { describe, expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../../scripts/tools/fileFetch";
import type { MapBackend } from "../../eqr/backend/backend";
import { createReferenceBackend } from "../../eqr/backend/referenceBackend";
import { loadModel } from "../../maps/loadModel";
import { compareCase, parseParity } from "./fixtures/parity";

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url));
const file = Uint8Array.from(await fixture("parity.safetensors"));
const parity = parseParity(JSON.parse((await fixture("parity.json")).toString()), file.buffer);

const { model } = await loadModel(WEIGHTS_URL, parity.model, fileFetch);
await tf.setBackend("wasm");
const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });

describe("the reference map against PyTorch", () => {
  it("compares with the weights that PyTorch had", () => {
    // If this fails the weights were replaced: write the fixtures anew from them (training/README.md).
    expect(model.card.weights.sha256).toBe(parity.weights);
  });

  it.each(parity.cases)("agrees on the case $name", async (wanted) => {
    const { problems } = await compareCase(backend, parity, wanted);
    expect(problems).toEqual([]);
  });

  it("would notice another damping, another seed and a NaN", async () => {
    const [first] = parity.cases.filter((wanted) => wanted.iterations.length > 0);
    if (!first) throw new Error("No case has states.");
    const one = { ...first, depth: 1, iterations: [1] };
    for (const wrong of [{ lambda: first.lambda + 0.001 }, { seed: first.seed + 1 }])
      expect((await compareCase(backend, parity, { ...one, ...wrong })).problems).toHaveLength(1);
    const broken: MapBackend = {
      ...backend,
      start: (...where) => tf.tidy(() => tf.mul(backend.start(...where), Number.NaN)),
    };
    expect((await compareCase(broken, parity, one)).problems).toHaveLength(1);
  });
});
