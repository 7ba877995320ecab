import { describe, expect, it } from "vitest";
import { iterationAt, makePlot, qOf, xOf, yOf } from "./plot";

const input = { width: 800, height: 200, end: 128, decades: [-7, 0], q: null, nudged: false } as const;

describe("makePlot", () => {
  it("gives all the height to the residuals when q is off", () => {
    const plot = makePlot(input);
    expect(plot.strip).toBeNull();
    expect(plot.bottom).toBe(178);
  });

  it("puts the strip of q between residuals and time axis, without overlap", () => {
    const plot = makePlot({ ...input, q: [-10, 10] });
    expect(plot.strip?.top).toBeGreaterThan(plot.bottom);
    expect(plot.strip?.bottom).toBe(178);
  });

  it("puts the cycles of nudges right above the time axis, under all else", () => {
    const plot = makePlot({ ...input, q: [-10, 10], nudged: true });
    expect(plot.band?.bottom).toBe(plot.floor);
    expect(plot.strip?.bottom).toBeLessThan(plot.band?.top ?? 0);
    expect(makePlot({ ...input, nudged: true }).bottom).toBeLessThan(plot.band?.top ?? 0);
    expect(makePlot(input).band).toBeNull();
  });

  it("drops the strip where there is no room", () => {
    expect(makePlot({ ...input, height: 110, q: [-10, 10] }).strip).toBeNull();
  });
});

describe("scales", () => {
  const plot = makePlot({ ...input, q: [-10, 10] });

  it("lead from iteration to pixel and back", () => {
    for (const k of [0, 1, 44, 127, 128]) expect(iterationAt(plot, xOf(plot, k))).toBe(k);
    expect([iterationAt(plot, -50), iterationAt(plot, 9999)]).toEqual([0, 128]);
  });

  it("put larger residuals and larger q higher, and hold what lies outside", () => {
    expect(yOf(plot, 0)).toBeLessThan(yOf(plot, -1));
    expect(yOf(plot, 0)).toBeGreaterThan(plot.top);
    expect(yOf(plot, -7)).toBeLessThan(plot.bottom);
    expect(yOf(plot, -1) - yOf(plot, 0)).toBeCloseTo(yOf(plot, -7) - yOf(plot, -6), 6);
    expect([yOf(plot, -30), yOf(plot, 30)]).toEqual([plot.bottom, plot.top]);
    const strip = plot.strip ?? { top: 0, bottom: 0, range: [0, 1] };
    expect(qOf(strip, 0)).toBe((strip.top + strip.bottom) / 2);
    expect(qOf(strip, 99)).toBe(strip.top);
  });
});
