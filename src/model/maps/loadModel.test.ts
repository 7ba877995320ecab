import { afterEach, describe, expect, it, vi } from "vitest";
import { writeSafetensors } from "../eqr/fixtures/writeSafetensors";
import { type Fetch, loadIndex, sha256 } from "../eqr/model/loadFiles";
import { loadModel } from "./loadModel";
import { randomModel } from "./relational/fixtures/randomModel";

const random = randomModel();
const bytes = writeSafetensors(random.tensors);
const card = {
  ...random.card,
  weights: { file: "random.safetensors", bytes: bytes.byteLength, sha256: (await sha256(bytes)) ?? "" },
};

const cardWith = (weights: object) => ({ ...card, weights: { ...card.weights, ...weights } });

/** A server with these files; anything else is a 404. */
function server(files: Record<string, BodyInit | object>): Fetch {
  return async (url) => {
    const file = files[url];
    if (file === undefined) return new Response("no", { status: 404 });
    return new Response(typeof file === "string" || file instanceof ArrayBuffer ? file : JSON.stringify(file));
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("loadModel", () => {
  it("fetches card and weights from a folder and reports the bytes that arrive", async () => {
    const progress: number[] = [];
    const fetch = server({ "w/random.json": card, "w/random.safetensors": bytes });
    const { model, warning } = await loadModel("w", "random", fetch, (loaded, total) => progress.push(loaded / total));
    expect(model.tensors).toEqual(random.tensors);
    expect(progress.at(-1)).toBe(1);
    expect(warning).toBeNull();
  });

  it("goes on without a hash, and says so, where the browser offers none", async () => {
    vi.stubGlobal("crypto", {});
    const { warning } = await loadModel(
      "w/",
      "random",
      server({ "w/random.json": card, "w/random.safetensors": bytes }),
    );
    expect(warning).toMatch(/could not be verified/);
  });

  const damaged = bytes.slice(0);
  new Uint8Array(damaged).fill(7, bytes.byteLength - 4);
  it.each<[string, Fetch, RegExp]>([
    ["a missing card", server({}), /model card at w\/random.json is not there.*404/],
    ["a start page in place of the card", server({ "w/random.json": "<!doctype html>" }), /not JSON/],
    ["a card without its sizes", server({ "w/random.json": { ...card, config: {} } }), /config\.d/],
    ["missing weights", server({ "w/random.json": card }), /weights at w\/random.safetensors is not there/],
    [
      "a download cut off",
      server({ "w/random.json": card, "w/random.safetensors": bytes.slice(0, 100) }),
      /has 100 bytes where its card says/,
    ],
    [
      "more than the card says",
      server({ "w/random.json": cardWith({ bytes: 100 }), "w/random.safetensors": bytes }),
      /has more bytes where its card says 100/,
    ],
    [
      "10 GB claimed by the card",
      server({ "w/random.json": cardWith({ bytes: 10 * 2 ** 30 }) }),
      /weights\.bytes: it is above/,
    ],
    [
      "a billion blocks",
      server({ "w/random.json": { ...card, config: { d: 4, blocks: 1e9 } } }),
      /config\.blocks: it is above/,
    ],
    [
      "an infinite number in the card",
      server({ "w/random.json": JSON.stringify(card).replace(/"parameters":\d+/, '"parameters":1e999') }),
      /parameters: it is not a finite number/,
    ],
    ["a changed byte", server({ "w/random.json": card, "w/random.safetensors": damaged }), /SHA-256 differs/],
    ["no network", () => Promise.reject(new TypeError("Failed to fetch")), /Check the network/],
  ])("explains %s", async (_, fetch, words) => {
    await expect(loadModel("w", "random", fetch)).rejects.toThrow(words);
  });
});

describe("a server that stops answering", () => {
  const never = new Promise<never>(() => {});
  const stalled = new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(10)) }));
  it.each<[string, Fetch, RegExp]>([
    ["at once", () => never, /could not be fetched.*try again/],
    ["within the card", async () => stalled.clone(), /broke off on its way.*try again/],
    [
      "within the weights",
      async (url) => (url.endsWith(".json") ? new Response(JSON.stringify(card)) : stalled.clone()),
      /download of the weights broke off.*try again/,
    ],
  ])("is given up after its time, when it stops %s", async (_, fetch, words) => {
    vi.useFakeTimers();
    const loading = expect(loadModel("w", "random", fetch)).rejects.toThrow(words);
    for (let second = 0; second < 100; second++) await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    await loading;
  });
});

describe("loadIndex", () => {
  it("lists the models and the defaults", async () => {
    const index = { models: [{ name: "random", title: "Random" }], default: { gpu: "random", elsewhere: "random" } };
    expect(await loadIndex("w", server({ "w/index.json": index }))).toEqual(index);
  });

  it.each(["gpu", "elsewhere"])("refuses a default that is not listed: %s", async (device) => {
    const both = { gpu: "random", elsewhere: "random" };
    const index = { models: [{ name: "random", title: "Random" }], default: { ...both, [device]: "other" } };
    await expect(loadIndex("w", server({ "w/index.json": index }))).rejects.toThrow(/not among the models/);
  });
});
