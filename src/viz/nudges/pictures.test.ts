import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { Brush } from "../draw/brush";
import { createSvgBrush } from "../figure/svgBrush";
import { layoutChart, xOf } from "../residuals/layout";
import { fakeRecord } from "../testing";
import { drawCycles } from "./drawCycles";
import { drawEvents } from "./drawEvents";

beforeEach(() => vi.stubGlobal("Path2D", class {}));
afterEach(() => vi.unstubAllGlobals());

const none = { hypotheses: [], releasedAt: null, acceptedAt: null } as const;
const cycles: NudgeCycle[] = [
  { ...none, cycle: 0, from: 0, to: 40, hypotheses: [{ k: 20, cell: 3, value: 4 }], fate: "expired" },
  { ...none, cycle: 1, from: 40, to: 90, hypotheses: [{ k: 60, cell: 7, value: 1 }], releasedAt: 70, fate: "rejected" },
  { cycle: 2, from: 90, to: 127, hypotheses: [], releasedAt: 95, acceptedAt: 110, fate: "accepted" },
];
const made = fakeRecord([Array.from({ length: 128 }, () => 0.1)]);
const record = { ...made, recipe: { ...made.recipe, nudges: 2 } };
/** A colour is its own name, so that the markup tells which was used. */
const palette = (name: string) => name;

function drawn(draw: (brush: Brush) => void): string {
  let count = 0;
  const { brush, markup } = createSvgBrush(() => `c${++count}`);
  draw(brush);
  return markup();
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
/** Marks are drawn about their own place: on a halo, then in their colour. */
const marksOf = (markup: string, color: string) =>
  count(markup, new RegExp(`<path[^>]*(fill|stroke)="${color}"[^>]*transform="matrix`, "g"));

it("draws steps as high as hypotheses stand, a fresh start as a gap, and what became of each cycle", () => {
  const layout = layoutChart({ width: 1000, height: 200, end: 127, decades: [-7, 0], q: null, nudged: true });
  const band = layout.band ?? { top: 0, bottom: 0 };
  const markup = drawn((brush) => drawCycles(brush, { layout, record, cycles, palette }, band));
  // One of two hypotheses: half of the band, from where it was set to the end or the release.
  const base = band.bottom - 1;
  const middle = base - (base - band.top) / 2;
  for (const k of [20, 60]) expect(markup).toContain(`M${Number(xOf(layout, k).toFixed(2))},${middle}`);
  expect(marksOf(markup, "--nudge")).toBe(2);
  expect(marksOf(markup, "--ink")).toBe(1);
});

it("marks on the path only what had happened by the cursor, and in full only the present cycle", () => {
  const scene = {
    record,
    axes: [0, 1] as const,
    projection: { scale: 2, left: 0, top: 0 },
    selected: 0,
    cycles,
    palette,
  };
  const at = (cursor: number) => drawn((brush) => drawEvents(brush, { ...scene, cursor }));
  expect(marksOf(at(19), "--nudge")).toBe(0);
  expect(marksOf(at(20), "--nudge")).toBe(1);
  // Set and expired; then only expired and, in the next cycle, a new start.
  expect(marksOf(at(40), "--nudge")).toBe(2);
  expect([marksOf(at(45), "--nudge"), marksOf(at(45), "--muted")]).toEqual([1, 1]);
  expect(at(45)).toContain('opacity="0.55"');
  // A hypothesis stands at the place of the state it was drawn from: iteration 60 is at x = 120.
  expect(at(75)).toContain("matrix(1 0 0 1 120 0)");
  expect(marksOf(at(110), "--ink")).toBe(1);
  expect(marksOf(at(109), "--ink")).toBe(0);
});
