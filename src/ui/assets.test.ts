import { expect, it, vi } from "vitest";
import { createAssets } from "./assets";

const base = "https://settle.example/app/";

it("finds each file below the page", async () => {
  const fetch = vi.fn(async (_: string) => new Response("puzzles"));
  const assets = createAssets(base, fetch);
  expect(assets.weights).toBe(`${base}weights/`);
  await expect(assets.sample()).resolves.toBe("puzzles");
  await assets.models().catch(() => {});
  await assets.modes("a b").catch(() => {});
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([
    `${base}puzzles/sample.csv`,
    `${base}weights/index.json`,
    `${base}weights/a%20b.modes.json`,
  ]);
});

it("says why the sample is not there, and what to do", async () => {
  const missing = createAssets(base, async () => new Response(null, { status: 404 }));
  await expect(missing.sample()).rejects.toThrow(/answers 404.*Check the network/);
  const offline = createAssets(base, async () => Promise.reject(new TypeError("failed")));
  await expect(offline.sample()).rejects.toThrow(/cannot be reached.*Check the network/);
});
