import { expect, it } from "vitest";
import { defaultRecipe } from "../eqr/recipe/recipe";
import type { Frame } from "../eqr/record/frame";
import { appendFrame, createRecord } from "../eqr/record/record";
import { runCsv } from "./csv";

const SOLVED = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const puzzle = `53${".".repeat(79)}`;

function record(nudged = false) {
  const made = createRecord({ ...defaultRecipe(puzzle, "test"), breadth: 2 });
  for (const k of [0, 1]) {
    const frame: Frame = {
      k,
      residual: Float32Array.of(k === 0 ? Number.NaN : 0.1, k === 0 ? Number.NaN : Number.POSITIVE_INFINITY),
      q: Float32Array.of(1.5, -2),
      coords: Float32Array.of(1, 2, 3, Number.NaN, Number.NaN, Number.NaN),
      digits: Uint8Array.from([...SOLVED, ..."1".repeat(81)], Number),
      confidence: new Uint8Array(162),
      ...(nudged && { hypotheses: new Uint8Array(162), phase: Uint8Array.of(1, 3), cycle: Uint16Array.of(0, 2) }),
    };
    appendFrame(made, frame);
  }
  return made;
}

it("has the recipe, the columns and a row per iteration and trajectory", () => {
  const lines = runCsv(record()).split("\r\n");
  expect(JSON.parse((lines[0] ?? "").replace("# settle run ", ""))).toEqual(record().recipe);
  expect(lines[1]).toBe("k,trajectory,residual,q,status,valid,phase,cycle,pc1,pc2,pc3,grid,letter");
  expect(lines[2]).toBe(`0,1,,1.5,start,1,,,1,2,3,${SOLVED},`);
  expect(lines[4]).toBe(`1,1,0.100000001,1.5,moving,1,,,1,2,3,${SOLVED},`);
  expect(lines[5]).toBe(`1,2,inf,-2,broken,0,,,,,,${"1".repeat(81)},`);
  expect(lines.slice(6)).toEqual([""]);
});

it("has phases and cycles of nudged trajectories", () => {
  const cells = runCsv(record(true)).split("\r\n")[3]?.split(",");
  expect(cells?.slice(6, 8)).toEqual(["accepted", "2"]);
});

it("keeps every number of the run: the text reads back as the same float32", () => {
  const values = Float32Array.from({ length: 200 }, (_, i) => Math.exp(-i / 7) * (1 + i / 3));
  const made = createRecord({ ...defaultRecipe(puzzle, "test"), breadth: 1 });
  values.forEach((value, k) => {
    const frame = { k, residual: Float32Array.of(value), q: Float32Array.of(-value), coords: new Float32Array(3) };
    appendFrame(made, { ...frame, digits: new Uint8Array(81), confidence: new Uint8Array(81) });
  });
  const rows = runCsv(made).trimEnd().split("\r\n").slice(2);
  expect(Float32Array.from(rows, (row) => Number(row.split(",")[2]))).toEqual(values);
});
