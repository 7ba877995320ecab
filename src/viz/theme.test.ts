import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GRID_HUES, OUTCOMES } from "./outcome";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const tokens = new Map<string, readonly [string, string]>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
  tokens.set(name, [light, dark]);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const inks = [...tokens.keys()].filter((name) => /^--(ink|muted|accent$|outcome|nudge|grid)/.test(name));
const grounds = ["--paper", "--surface", "--sunk"];

describe("theme", () => {
  it("names a colour for every outcome and every letter", () => {
    const defined = [...Object.values(OUTCOMES).map((look) => look.variable), ...GRID_HUES];
    for (const name of defined) expect(css).toContain(`${name}:`);
    expect(new Set(inks.map((name) => tokens.get(name)?.[0])).size).toBe(inks.length);
  });

  it.each([0, 1] as const)("reads at 4.5:1 on every surface (theme %i)", (theme) => {
    expect(inks.length).toBeGreaterThanOrEqual(15);
    for (const ink of inks)
      for (const ground of grounds) {
        const ratio = contrast(tokens.get(ink)?.[theme] ?? "#000000", tokens.get(ground)?.[theme] ?? "#000000");
        expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
  });

  it("reads on the accent and on its wash", () => {
    for (const theme of [0, 1] as const) {
      const of = (name: string) => tokens.get(name)?.[theme] ?? "#000000";
      expect(contrast(of("--on-accent"), of("--accent"))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of("--ink"), of("--accent-wash"))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of("--accent"), of("--accent-wash"))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
