import { expect, it } from "vitest";
import { growths, HEADINGS, line, type Sample } from "./samples";

const FIRST: Sample = {
  minutes: 0,
  puzzles: 3,
  tensors: 40,
  tensorBytes: 2 ** 20,
  buffers: 100,
  bufferBytes: 64 * 2 ** 20,
  pageHeap: 10 * 2 ** 20,
  workerHeap: 8 * 2 ** 20,
};

const LATER = { ...FIRST, buffers: 106, workerHeap: 16 * 2 ** 20 };

it("lets everything grow by a twentieth and shrink as it likes", () => {
  expect(growths([FIRST, FIRST, { ...FIRST, tensors: 42, pageHeap: 2 ** 20 }])).toEqual([]);
});

it("names what grew by more, and by how much", () => {
  expect(growths([FIRST, FIRST, LATER])).toEqual(["GPU buffers grew by 6.0 %", "the worker's heap grew by 100.0 %"]);
});

it("leaves the first third out as a warm-up", () => {
  expect(growths([FIRST, FIRST, LATER, LATER, LATER, LATER])).toEqual([]);
});

it("takes one sample out of the line for no growth", () => {
  expect(growths([FIRST, FIRST, FIRST, FIRST, FIRST, FIRST, FIRST, LATER, FIRST])).toEqual([]);
});

it("finds what grows slowly and steadily", () => {
  const steady = Array.from({ length: 30 }, (_, i) => ({ ...FIRST, pageHeap: FIRST.pageHeap * (1 + i / 100) }));
  expect(growths(steady)).toEqual(["the page's heap grew by 8.7 %"]);
});

it("does not take growth from nothing for flat", () => {
  expect(growths([FIRST, { ...FIRST, buffers: 0 }, FIRST])).toEqual(["GPU buffers grew by Infinity %"]);
});

it("refuses to judge two samples", () => {
  expect(() => growths([FIRST, FIRST])).toThrow("Three samples");
});

it("lines figures up under their headings", () => {
  expect(line(FIRST)).toHaveLength(HEADINGS.length);
});
