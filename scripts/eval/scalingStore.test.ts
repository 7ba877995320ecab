import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addAnswer, type ScalingFile } from "../../src/model/evaluate/scalingFile";
import { readScaling, writeScaling } from "./scalingStore";

const asked: ScalingFile = {
  model: "m",
  sha256: "ab",
  set: "two puzzles",
  rows: { from: 801, to: 802, sha256: "cd" },
  lambda: 0.7,
  sigma: 0,
  seed: 1,
  tolerance: 1e-3,
  select: "residual",
  budget: 2,
  depths: [1, 2],
  breadths: [1, 2],
  puzzles: 0,
  solved: [[0, 0], [0]],
  iterations: 0,
  pending: [801, 802],
  date: "2026-01-31",
  command: "npm run eval",
};
const stopped = addAnswer(asked, 802, { index: 1, iterations: 3, solved: [[false, true], [true]] });

it("goes on where the same measurement was stopped, and begins where there is none", () => {
  const folder = mkdtempSync(join(tmpdir(), "scaling-"));
  const file = join(folder, "m.scaling.json");
  expect(readScaling(file, asked)).toEqual(asked);
  writeScaling(file, stopped);
  expect(readScaling(file, { ...asked, date: "2026-02-01" })).toEqual(stopped);
  expect(readdirSync(folder)).toEqual(["m.scaling.json"]);
  expect(readFileSync(file, "utf8")).toContain('\n  "solved": [[0,1],[1]],\n');
});

it("overwrites nothing else", () => {
  const file = join(mkdtempSync(join(tmpdir(), "scaling-")), "m.json");
  writeScaling(file, stopped);
  expect(() => readScaling(file, { ...asked, budget: 8 })).toThrow("its budget differs");
  writeFileSync(file, '{"name":"a card"}');
  expect(() => readScaling(file, asked)).toThrow("no measurement of --scaling");
  writeFileSync(file, "not JSON");
  expect(() => readScaling(file, asked)).toThrow("no measurement of --scaling");
});
