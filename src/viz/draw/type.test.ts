import { describe, expect, it } from "vitest";
import { drawPencil } from "../board/drawPencil";
import type { Brush } from "./brush";
import { LEAST_TYPE } from "./font";

/** Sizes of the type that was written with, in pixels. */
function sizesOf(draw: (brush: Brush) => void): number[] {
  const sizes: number[] = [];
  const style = { font: "" };
  const brush = new Proxy(style, {
    get: (own, name) =>
      name === "fillText"
        ? () => sizes.push(Number(/([\d.]+)px/.exec(own.font)?.[1]))
        : name in own
          ? Reflect.get(own, name)
          : () => {},
  });
  draw(brush as unknown as Brush);
  return sizes;
}

describe("type in pictures", () => {
  it("is 11 px or more", () => {
    expect(LEAST_TYPE).toBeGreaterThanOrEqual(11);
  });

  it("is no smaller in the pencil marks of the board of a window of 1440 by 900, however unlikely a digit is", () => {
    const grid = { rows: 9, columns: 9, values: 9, thickRows: [3, 6], thickColumns: [3, 6] };
    const levels = Array.from({ length: 81 }, () => "123456789");
    const sizes = sizesOf((brush) => drawPencil(brush, levels, { grid, width: 494, color: "#000" }));
    expect(sizes).toHaveLength(81 * 9);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST_TYPE);
  });
});
