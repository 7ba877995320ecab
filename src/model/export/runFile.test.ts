import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { recordOf } from "../eqr/fixtures/record";
import { beliefKey, decodedAt, isSettled } from "../eqr/record/record";
import { isSolution } from "../tasks";
import { readRunFile, writeRunFile } from "./runFile";

function run() {
  const record = recordOf({ breadth: 3, depth: 12 }, (k, t) => ({
    residual: t === 2 ? Number.POSITIVE_INFINITY : 0.5 ** k / 3,
    q: k - t / 7,
    digit: ((k + t) % 9) + 1,
  }));
  for (const { k, coords, confidence } of record.frames) {
    coords.set(coords.map((_, i) => Math.sin(k + i)));
    confidence.fill(250 - k);
    record.beliefs.set(beliefKey(1, k), new Uint8Array(729).fill(k));
  }
  record.basis = {
    id: 1,
    explained: [0.5, 0.25, 0.125],
    states: 96,
    fromK: 0,
    toK: 12,
    window: { k: 12, flipped: [false, true, false] },
  };
  record.end = { kind: "depth" };
  record.spent = { iterations: 36, flop: 5e8, gpuMs: null };
  return { sha256: "abc", record, trajectory: 1 };
}

it("gives back every number of a run", async () => {
  const written = run();
  const read = await readRunFile(await writeRunFile(written));
  expect(read).toMatchObject({ sha256: "abc", trajectory: 1 });
  const { record } = read;
  expect({ ...record, revision: 0 }).toEqual({ ...written.record, revision: 0 });
});

it("says so where the bytes are none of its own, cut off, or of another version", async () => {
  const bytes = await writeRunFile(run());
  await expect(readRunFile(bytes.slice(0, bytes.length >> 1))).rejects.toThrow(/run file/);
  await expect(readRunFile(new TextEncoder().encode("<!doctype html>"))).rejects.toThrow(/damaged/);
});

it("holds no nudged run", async () => {
  const nudged = { sha256: "", record: recordOf({ nudges: 2, depth: 1 }, () => ({})), trajectory: 0 };
  await expect(writeRunFile(nudged)).rejects.toThrow(/nudges/);
});

const json = (file: string) => JSON.parse(readFileSync(new URL(`../../../public/${file}`, import.meta.url), "utf8"));

it.each<string>(json("weights/index.json").models.map(({ name }: { name: string }) => name))(
  "of the opening of %s is of the shipped weights, and shows a fork; if not: npm run results",
  async (model) => {
    const bytes = readFileSync(new URL(`../../../public/results/${model}/opening.run`, import.meta.url));
    const { sha256, record, trajectory } = await readRunFile(new Uint8Array(bytes));
    expect(sha256, "the opening is of other weights: npm run results").toBe(
      json(`weights/${model}.json`).weights.sha256,
    );
    const last = record.frames.length - 1;
    expect(record.end?.kind).toBe("settled");
    const ends = Array.from({ length: record.recipe.breadth }, (_, t) => {
      expect(isSettled(record, t, last)).toBe(true);
      expect(isSolution(record.problem, decodedAt(record, t, last))).toBe(true);
      return decodedAt(record, t, last).join("");
    });
    expect(new Set(ends).size).toBe(2);
    expect(record.basis?.window.k).toBe(last);
    expect(record.frames.every(({ coords }) => coords.every(Number.isFinite))).toBe(true);
    for (let k = 0; k <= last; k++) expect(record.beliefs.has(beliefKey(trajectory, k))).toBe(true);
  },
);
