import { describe, expect, it } from "vitest";
import { iterationAt, layoutChart, qOf, xOf, yOf } from "./layout";

const input = { width: 800, height: 200, end: 128, decades: [-7, 0], q: null, nudged: false } as const;

describe("layoutChart", () => {
  it("gives all the height to the residuals when q is off", () => {
    const layout = layoutChart(input);
    expect(layout.strip).toBeNull();
    expect(layout.bottom).toBe(178);
  });

  it("puts the strip of q between residuals and time axis, without overlap", () => {
    const layout = layoutChart({ ...input, q: [-10, 10] });
    expect(layout.strip?.top).toBeGreaterThan(layout.bottom);
    expect(layout.strip?.bottom).toBe(178);
  });

  it("puts the cycles of nudges right above the time axis, under all else", () => {
    const layout = layoutChart({ ...input, q: [-10, 10], nudged: true });
    expect(layout.band?.bottom).toBe(layout.floor);
    expect(layout.strip?.bottom).toBeLessThan(layout.band?.top ?? 0);
    expect(layoutChart({ ...input, nudged: true }).bottom).toBeLessThan(layout.band?.top ?? 0);
    expect(layoutChart(input).band).toBeNull();
  });

  it("keeps 90 px for the residuals with q under them at the least height that a desk gives the chart", () => {
    // 192 px: src/ui/panels/timeline/ChartView.css.
    const { top, bottom, strip } = layoutChart({ ...input, height: 192, q: [-10, 10] });
    expect(strip).not.toBeNull();
    expect(bottom - top).toBeGreaterThanOrEqual(90);
  });

  it("drops the strip where there is no room", () => {
    expect(layoutChart({ ...input, height: 110, q: [-10, 10] }).strip).toBeNull();
  });
});

describe("scales", () => {
  const layout = layoutChart({ ...input, q: [-10, 10] });

  it("lead from iteration to pixel and back", () => {
    for (const k of [0, 1, 44, 127, 128]) expect(iterationAt(layout, xOf(layout, k))).toBe(k);
    expect([iterationAt(layout, -50), iterationAt(layout, 9999)]).toEqual([0, 128]);
  });

  it("put larger residuals and larger q higher, and hold what lies outside", () => {
    expect(yOf(layout, 0)).toBeLessThan(yOf(layout, -1));
    expect(yOf(layout, 0)).toBeGreaterThan(layout.top);
    expect(yOf(layout, -7)).toBeLessThan(layout.bottom);
    expect(yOf(layout, -1) - yOf(layout, 0)).toBeCloseTo(yOf(layout, -7) - yOf(layout, -6), 6);
    expect([yOf(layout, -30), yOf(layout, 30)]).toEqual([layout.bottom, layout.top]);
    const strip = layout.strip ?? { top: 0, bottom: 0, range: [0, 1] };
    expect(qOf(strip, 0)).toBe((strip.top + strip.bottom) / 2);
    expect(qOf(strip, 99)).toBe(strip.top);
  });
});
