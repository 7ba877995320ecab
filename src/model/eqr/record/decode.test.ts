import { expect, it } from "vitest";
import { decodeInto, softmaxBytes } from "./decode";

const logits = new Float32Array(729);
logits.set([0, 0, Math.log(4), 0, 0, 0, 0, 0, 0], 0); // digit 3 with probability 4 / 12
logits.set([0, 500, 0, 0, 0, 0, 0, 0, 0], 9); // digit 2 for sure; exp(500) would overflow
logits.set([0, 0, Number.NaN, 0, 0, 0, 0, 0, 0], 18);

it("turns logits into probabilities of the 9 digits of a cell, in bytes", () => {
  const bytes = softmaxBytes(logits, 9);
  expect([...bytes.subarray(0, 4)]).toEqual([21, 21, 85, 21]);
  expect([...bytes.subarray(9, 12)]).toEqual([0, 255, 0]);
  expect([...bytes.subarray(18, 27)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

it("decodes the likeliest digit, the first of equals, and a broken cell to no confidence", () => {
  const digits = new Uint8Array(81);
  const confidence = new Uint8Array(81);
  decodeInto(logits, digits, confidence);
  expect([...digits.subarray(0, 4)]).toEqual([3, 2, 1, 1]);
  expect([...confidence.subarray(0, 4)]).toEqual([85, 255, 0, 28]);
});
