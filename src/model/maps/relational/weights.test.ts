import { describe, expect, it } from "vitest";
import { createModel, weight } from "../../eqr/model/model";
import { randomModel } from "./fixtures/randomModel";
import { relational } from "./map";
import { expectedShapes } from "./weights";

const { card, tensors } = randomModel();

describe("createModel", () => {
  it("takes exactly the weights that the card's sizes ask for", () => {
    expect(createModel(relational, card, tensors).tensors.size).toBe(4 + 2 * (7 + 2));
    expect(expectedShapes({ d: 32, blocks: 2 }).get("blocks.1.mix.seg")).toEqual([32, 64]);
  });

  it("names the weight that is missing, misshapen or unknown", () => {
    const changed = (change: (map: Map<string, { shape: number[]; data: Float32Array }>) => void) => {
      const copy = new Map([...tensors].map(([name, { shape, data }]) => [name, { shape: [...shape], data }]));
      change(copy);
      return () => createModel(relational, card, copy);
    };
    expect(changed((map) => map.delete("digit"))).toThrow(/lack "digit"/);
    expect(changed((map) => map.set("emb", { shape: [3, 4], data: new Float32Array(12) }))).toThrow(
      /"emb".* has shape \[3,4\], its card needs \[3,8\]/,
    );
    expect(changed((map) => map.set("extra", { shape: [], data: new Float32Array(1) }))).toThrow(/hold "extra"/);
  });
});

it("weight() gives a tensor by name and refuses unknown names", () => {
  expect(weight(randomModel(), "blocks.0.out").shape).toEqual([8, 8]);
  expect(() => weight(randomModel(), "blocks.9.out")).toThrow(/no weight "blocks.9.out"/);
});
