import { describe, expect, it } from "vitest";
import { fitProjection, type Zoom } from "./projection";
import { tidyMapWindow, windowOf, zoomOn } from "./window";

const box = { left: -30, right: 50, low: -10, high: 20 };
const zoom: Zoom = { k: 3.2, x: -410, y: -250 };

describe("the window of a zoomed map", () => {
  it("gives the same zoom again on a panel of the same size", () => {
    const size = { width: 620, height: 480 };
    const again = zoomOn(windowOf(box, size, zoom), box, size);
    for (const key of ["k", "x", "y"] as const) expect(again[key]).toBeCloseTo(zoom[key], 6);
  });

  it("shows the same square in the middle of another panel, and of another fitted box", () => {
    const window = windowOf(box, { width: 620, height: 480 }, zoom);
    const size = { width: 350, height: 700 };
    const other = { left: -33, right: 58, low: -14, high: 24 };
    const projection = fitProjection(other, size, zoomOn(window, other, size));
    expect(projection.left + projection.scale * window.x).toBeCloseTo(22 + (350 - 30) / 2, 6);
    expect(projection.top - projection.scale * window.y).toBeCloseTo(8 + (700 - 30) / 2, 6);
    expect(2 * window.half * projection.scale).toBeCloseTo(350 - 30, 6);
  });

  it("is rounded for a link, and is none where a number is", () => {
    expect(tidyMapWindow({ x: 1.234567, y: -0.000123456, half: 20 })).toEqual({ x: 1.2346, y: -0.00012346, half: 20 });
    expect(tidyMapWindow({ x: Number.NaN, y: 0, half: 1 })).toBeNull();
    expect(tidyMapWindow({ x: 0, y: 0, half: 0 })).toBeNull();
  });
});
