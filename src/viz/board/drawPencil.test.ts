import { expect, it } from "vitest";
import { createSvgBrush } from "../figure/svgBrush";
import { NINE } from "../testing";
import { drawPencil } from "./drawPencil";

/** The digits drawn: [digit, x, opacity], in the order of the board. */
function drawn(levels: readonly (string | null)[], side: number) {
  const { brush, markup } = createSvgBrush(() => "id");
  drawPencil(brush, levels, { grid: NINE, width: side, color: "teal" });
  return [...markup().matchAll(/<text([^>]*)>(\d)<\/text>/g)].map(([, attributes = "", digit]) => ({
    digit: Number(digit),
    x: Number(/matrix\(1 0 0 1 ([\d.]+)|\bx="([\d.]+)"/.exec(attributes)?.slice(1).find(Boolean)),
    attributes,
  }));
}

it("draws each likely digit of an undecided cell at its place, and no other", () => {
  const levels: (string | null)[] = Array.from({ length: 81 }, () => null);
  levels[5] = "000600060";
  const marks = drawn(levels, 450);
  expect(marks.map(({ digit }) => digit)).toEqual([4, 8]);
  // 4 stands left in its cell, 8 in the middle, and the cell is the sixth of nine across 450 pixels.
  const [four, eight] = marks.map(({ x }) => x);
  expect(four).toBeGreaterThan(250);
  expect(four).toBeLessThan(267);
  expect(eight).toBeGreaterThan(267);
  expect(eight).toBeLessThan(283);
});

it("draws the likelier digit larger and darker", () => {
  const [faint, sure] = drawn(["100000009"], 450).map(({ attributes }) => ({
    size: Number(/font-size="([\d.]+)/.exec(attributes)?.[1]),
    opacity: Number(/opacity="([\d.]+)/.exec(attributes)?.[1] ?? 1),
  }));
  expect(sure?.size).toBeGreaterThan(1.3 * (faint?.size ?? Number.NaN));
  expect(sure?.opacity).toBeGreaterThan(2 * (faint?.opacity ?? Number.NaN));
});
