import { expect, it } from "vitest";
import { fakeAnatomy } from "../testing";
import { candidateSentence, cellFacts, entropyOf, formatPoints, softmax } from "./facts";

it("takes a softmax that sums to one, however large the logits", () => {
  const shares = softmax([1000, 1000, 0, 0, 0, 0, 0, 0, 0]);
  expect(shares.slice(0, 3)).toEqual([0.5, 0.5, 0]);
});

it("measures entropy in bits", () => {
  expect(entropyOf([1, 0, 0])).toBe(0);
  expect(entropyOf([0.5, 0.25, 0.25])).toBe(1.5);
  expect(entropyOf(new Array(9).fill(1 / 9))).toBeCloseTo(Math.log2(9));
  expect(entropyOf([Number.NaN, 0])).toBeNaN();
});

it("knows nothing before the start", () => {
  expect(cellFacts(fakeAnatomy({ k: 0 }), 3, 9)).toMatchObject({ before: null, entropyBefore: null });
  expect(cellFacts(fakeAnatomy({ k: 1 }), 3, 9).entropyBefore).toBeCloseTo(Math.log2(9));
});

it("says of a candidate what it is and how it changed", () => {
  const logits = new Float32Array(729);
  logits[40 * 9 + 7] = 20;
  const anatomy = fakeAnatomy({ k: 5, logits });
  const facts = cellFacts(anatomy, 40, 9);
  const words = { facts, cellName: "row 5 column 5", digit: 8, given: 0, reading: "digit logit +20.00" };
  expect(candidateSentence(words)).toBe(
    "Row 5 column 5, digit 8: softmax 99 % (+89 points in this iteration); digit logit +20.00. Entropy of the cell 0.00 of 3.17 bits.",
  );
  expect(candidateSentence({ ...words, digit: 1, given: 4 })).toMatch(/^Row 5 column 5, given 4, digit 1/);
});

it("gives no sign to a change of nothing", () => {
  expect([formatPoints(0.5, 0.5), formatPoints(0.2, 0.5), formatPoints(0.501, 0.5)]).toEqual(["0", "−30", "0"]);
});
