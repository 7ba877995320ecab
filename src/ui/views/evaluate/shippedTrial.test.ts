import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { figuresOf } from "../../../model/evaluate/figures";
import { readResult } from "../../../model/export/resultFile";
import { shippedTrial } from "./shippedTrial";

const file = (name: string) => readFileSync(new URL(`../../../../public/${name}`, import.meta.url), "utf8");

it("shows the shipped evaluation of the model that runs, with the cost of that model alone", () => {
  const { request, result } = readResult(file("results/relational/evaluate.json"), "evaluate");
  const state = { status: "done", request, result, shipped: true } as const;
  const trial = shippedTrial(state, [], { name: "relational", flopsPerIteration: 1e6 });
  expect(trial?.judged).toHaveLength(60);
  const { puzzles, solved } = figuresOf(trial?.judged ?? [], { breadth: 12, flopsPerIteration: 1e6 });
  expect(puzzles).toBe(60);
  expect(solved).toBeGreaterThan(40);
  const elsewhere = shippedTrial(state, [], { name: "large", flopsPerIteration: 4e6 });
  expect(elsewhere?.judged).toHaveLength(60);
  expect(elsewhere?.cost.flopsPerIteration).toBeNaN();
  expect(
    shippedTrial({ status: "done", request, result }, [], { name: "relational", flopsPerIteration: 1 }),
  ).toBeNull();
});
