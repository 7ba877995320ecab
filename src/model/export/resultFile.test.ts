import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { readResult, SHIPPED, writeResult } from "./resultFile";

it("gives back typed arrays and numbers that JSON has no word for", () => {
  const request = {
    kind: "stability",
    origin: { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 0, k: 3 },
    steps: 4,
  };
  const result = {
    values: Float32Array.of(0.1, Number.NaN),
    cells: Int16Array.of(-1, 7),
    worst: Number.POSITIVE_INFINITY,
  };
  const file = { sha256: "abc", request, result } as never;
  expect(readResult(writeResult(file), "stability")).toEqual(file);
  expect(() => readResult(writeResult(file), "kick")).toThrow(/no result of the experiment "kick"/);
});

const json = (file: string) => JSON.parse(readFileSync(new URL(`../../../public/${file}`, import.meta.url), "utf8"));

it("the shipped results are of the shipped weights; if not: npm run results", () => {
  const model: string = json("weights/index.json").default.elsewhere;
  const { sha256 } = json(`weights/${model}.json`).weights;
  for (const kind of SHIPPED) {
    const url = new URL(`../../../public/results/${model}/${kind}.json`, import.meta.url);
    expect(existsSync(url), `${kind}: npm run results`).toBe(true);
    const text = readFileSync(url, "utf8");
    expect(readResult(text, kind).sha256, `${kind} is of other weights: npm run results`).toBe(sha256);
    expect(text.length, `${kind} is small`).toBeLessThan(100_000);
  }
});

it("so are those of the other models; where one has none, its page shows those above", () => {
  for (const { name } of json("weights/index.json").models)
    for (const kind of SHIPPED) {
      const url = new URL(`../../../public/results/${name}/${kind}.json`, import.meta.url);
      if (!existsSync(url)) continue;
      const { sha256 } = json(`weights/${name}.json`).weights;
      expect(readResult(readFileSync(url, "utf8"), kind).sha256, `${name}, ${kind}: npm run results`).toBe(sha256);
    }
});
