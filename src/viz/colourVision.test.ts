import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seenApart, VISIONS, type Vision } from "./colourVision.testing";
import { GRID_HUES, lineLook, OUTCOMES } from "./outcome";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const tokens = new Map<string, readonly [string, string]>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
  tokens.set(name, [light, dark]);

/** In OKLab; 0.02 is just noticeable, and lines are thin. */
const APART = {
  outcomes: 0.07,
  underWay: 0.05,
  neighbours: 0.09,
  next: 0.06,
  firstEight: 0.035,
  many: 0.07,
  gridAndOther: 0.045,
} as const;

const visions: readonly Vision[] = ["normal", "protanopia", "deuteranopia", "tritanopia"];
const cases = visions.flatMap((vision) => [0, 1].map((theme) => [vision, theme] as const));

describe.each(cases)("colours seen with %s (theme %i)", (vision, theme) => {
  const colorOf = (name: string) => tokens.get(name === "--grid-0" ? "--outcome-valid" : name)?.[theme] ?? "";
  const expectApart = (a: string, b: string, least: number) => {
    const distance = seenApart(colorOf(a), colorOf(b), VISIONS[vision]);
    expect(distance, `${a} and ${b}`).toBeGreaterThanOrEqual(least);
  };

  it("keep settled and valid, settled and not valid, and under way apart", () => {
    const [valid, other] = [OUTCOMES["settled-valid"].variable, OUTCOMES["settled-other"].variable];
    const [moving, wandering] = [OUTCOMES.moving.variable, OUTCOMES.wandering.variable];
    expectApart(valid, other, APART.outcomes);
    for (const under of [moving, wandering]) {
      expectApart(valid, under, APART.outcomes);
      expectApart(other, under, APART.outcomes);
    }
    expectApart(moving, wandering, APART.underWay);
  });

  it("keep grids apart, those of neighbouring letters most", () => {
    const n = GRID_HUES.length;
    GRID_HUES.forEach((a, i) => {
      GRID_HUES.slice(i + 1).forEach((b, j) => {
        // After the last the first comes again.
        const next = j === 0 || (i === 0 && j === n - 2);
        const many = i + j + 1 >= 8;
        const least = many ? (vision === "normal" ? APART.many : 0) : APART.firstEight;
        expectApart(a, b, next ? APART.neighbours : j === 1 ? APART.next : least);
      });
      expectApart(a, OUTCOMES["settled-other"].variable, APART.gridAndOther);
      expectApart(a, OUTCOMES.moving.variable, APART.gridAndOther);
    });
  });
});

it("tells the outcomes of lines apart without any colour", () => {
  const looks = (["settled-valid", "settled-other", "wandering", "moving"] as const).map(lineLook);
  expect(new Set(looks.map(({ dash, weight }) => `${dash} ${weight}`)).size).toBe(4);
});

it("would have found the palette before this one too close", () => {
  expect(seenApart("#00785a", "#6b6a66", VISIONS.deuteranopia)).toBeLessThan(APART.outcomes);
});
