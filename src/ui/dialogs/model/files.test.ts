import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { fetchCard, fetchScaling } from "./files";

const measured = readFileSync(
  new URL("../../../model/evaluate/fixtures/compact.scaling.json", import.meta.url),
  "utf8",
);

it("finds the files beside the weights", async () => {
  const fetch = vi.fn(async (_: string) => new Response(measured));
  expect(await fetchScaling("w/", "a b.scaling.json", fetch)).toMatchObject({ model: "relational", puzzles: 6 });
  await fetchCard("w/", "a b", fetch).catch(() => {});
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["w/a%20b.scaling.json", "w/a%20b.json"]);
});

it.each([
  [async () => new Response(null, { status: 404 }), /measurement of depth and breadth .* is not there/],
  [async () => new Response("<!doctype html>"), /is not JSON/],
  [
    async () => new Response(measured.replace('"puzzles": 6', '"puzzles": 2')),
    /not as it should be: .*more are solved than there are/,
  ],
])("says what is wrong with a measurement (%#)", async (fetch, words) => {
  await expect(fetchScaling("w/", "m.scaling.json", fetch)).rejects.toThrow(words);
});
