import { expect, it } from "vitest";
import { layoutChart, yOf } from "./layout";
import { nameAt } from "./Overlays";

const layout = layoutChart({ width: 800, height: 200, end: 100, decades: [-7, 0], q: null, nudged: false });
const tolerance = yOf(layout, -4);

it("names a line at its middle, clear of the note on the tolerance", () => {
  const far = [400, 500, 600].map((x) => [x, tolerance] as const);
  expect(nameAt(far, layout, 1e-4)).toEqual([506, tolerance - 5]);
  const crossing = [60, 120, 180, 240].map((x, i) => [x, tolerance - 60 + 40 * i] as const);
  const place = nameAt(crossing, layout, 1e-4);
  expect(Math.abs((place?.[1] ?? 0) - (tolerance - 4))).toBeGreaterThan(16);
});

it("does not name a line of one point", () => {
  expect(nameAt([[100, 50]], layout, 1e-4)).toBeNull();
});
