import * as tf from "@tensorflow/tfjs-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { openBackend } from "./backends";

const model = randomModel({ d: 4, blocks: 1 });
const open = (choice: "auto" | "webgpu" | "wasm", whyNotWebgpu?: string) =>
  openBackend({ model, choice, wasmUrls: {}, whyNotWebgpu });

afterEach(() => vi.unstubAllGlobals());

describe("openBackend without WebGPU", () => {
  it("computes on WebAssembly and says why", async () => {
    const { backend, close } = await open("auto");
    expect(tf.getBackend()).toBe("wasm");
    expect(backend.info).toMatchObject({ kind: "wasm", device: "WebAssembly, SIMD, 1 thread" });
    expect(backend.info.whyNotWebgpu).toMatch(/WebGPU/);
    const z = backend.start(1, 0, 1);
    expect(z.shape).toEqual([1, 729 * 4]);
    z.dispose();
    close();
  });

  it.each([
    ["an insecure page", { navigator: {}, isSecureContext: false }, /only to pages served over https/],
    ["a browser without it", { navigator: {}, isSecureContext: true }, /has no WebGPU/],
    ["no adapter", { navigator: { gpu: { requestAdapter: async () => null } } }, /found no graphics adapter/],
    [
      "an adapter that fails",
      { navigator: { gpu: { requestAdapter: () => Promise.reject(new Error("The driver is on a blocklist.")) } } },
      /driver is on a blocklist/,
    ],
  ])("tells %s apart", async (_, globals, words) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    const { backend, close } = await open("webgpu");
    expect(backend.info.whyNotWebgpu).toMatch(words);
    close();
  });

  it("does as it is told, and repeats the reason it was given", async () => {
    expect((await open("wasm")).backend.info.whyNotWebgpu).toBe("WebAssembly was asked for.");
    expect((await open("wasm", "It was lost twice.")).backend.info.whyNotWebgpu).toBe("It was lost twice.");
  });

  it.each([
    [
      "a policy of the host",
      "WebAssembly.Module(): Wasm code generation disallowed by embedder: Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: script-src 'self'",
      /host of this page forbids WebAssembly.*'wasm-unsafe-eval'/,
    ],
    [
      "Firefox's words for it",
      "call to WebAssembly.Module() blocked by CSP: wasm-unsafe-eval",
      /host of this page forbids/,
    ],
    ["anything else", "Out of memory", /could not be set up \(Out of memory\)/],
  ])("names what forbids WebAssembly: %s", async (_, message, words) => {
    vi.stubGlobal("WebAssembly", {
      Module: class {
        constructor() {
          throw new Error(message);
        }
      },
    });
    await expect(open("wasm")).rejects.toThrow(words);
    vi.stubGlobal("WebAssembly", undefined);
    await expect(open("wasm")).rejects.toThrow(/neither WebGPU nor WebAssembly/);
  });

  it("can be given up on request, as a device can", async () => {
    const { lost, loseDevice } = await open("wasm");
    loseDevice();
    expect(await lost).toMatch(/given up on request/);
  });
});
