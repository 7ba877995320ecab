import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordOf } from "./fixtures/record";
import { compareOutcomes, decodeOutcome, encodeOutcome, fnv1a, type Outcome, outcomeAt } from "./outcome";

const outcome = fc.integer({ min: 1, max: 256 }).chain((breadth) =>
  fc.record({
    k: fc.integer({ min: 0, max: 4096 }),
    settledAt: fc.array(fc.integer({ min: -1, max: 4096 }), { minLength: breadth, maxLength: breadth }),
    grids: fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: breadth, maxLength: breadth }),
  }),
);

describe("the codec", () => {
  it("gives back what it was given, in characters a link may hold", () => {
    fc.assert(
      fc.property(outcome, (value) => {
        const text = encodeOutcome(value);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeOutcome(text)).toEqual(value);
      }),
    );
  });

  it("says null to any other text, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), outcome, fc.nat(), (noise, value, cut) => {
        const text = encodeOutcome(value);
        const shorter = decodeOutcome(text.slice(0, cut % text.length));
        expect(shorter === null || shorter.grids.length < value.grids.length).toBe(true);
        decodeOutcome(noise);
      }),
    );
    for (const text of ["", "AA", "AgAAAA", "!!!"]) expect(decodeOutcome(text)).toBeNull();
  });

  it("stays short when starts agree: 12 that found one grid take 60 characters", () => {
    const twelve = Array.from({ length: 12 }, (_, t) => t);
    expect(encodeOutcome({ k: 128, settledAt: twelve, grids: twelve.map(() => 7) }).length).toBeLessThanOrEqual(60);
  });
});

describe("outcomeAt", () => {
  it("takes down where each trajectory settled by then, and its grid", () => {
    const record = recordOf({ breadth: 3, depth: 20 }, (k, t) => ({
      residual: t > 0 && k > 4 * t ? 1e-9 : 1,
      digit: t + 1,
    }));
    const grids = [1, 2, 3].map((digit) => fnv1a(new Uint8Array(81).fill(digit)));
    expect(outcomeAt(record, 20)).toEqual({ k: 20, settledAt: [-1, 5, 9], grids });
    expect(outcomeAt(record, 7).settledAt).toEqual([-1, 5, -1]);
  });
});

describe("compareOutcomes", () => {
  const there: Outcome = { k: 128, settledAt: [10, 20, -1, 40], grids: [1, 2, 3, 4] };

  it("finds nothing between equals, or an iteration apart", () => {
    expect(compareOutcomes({ ...there, settledAt: [11, 19, -1, 40] }, there)).toEqual([]);
  });

  it("names the trajectories that went another way", () => {
    expect(compareOutcomes({ k: 128, settledAt: [10, -1, 5, 50], grids: [9, 2, 3, 4] }, there)).toEqual([
      { trajectory: 0, kind: "grid" },
      { trajectory: 1, kind: "settled" },
      { trajectory: 2, kind: "settled" },
      { trajectory: 3, kind: "iteration" },
    ]);
  });

  it("refuses outcomes of different breadths", () => {
    expect(() => compareOutcomes({ k: 1, settledAt: [1], grids: [1] }, there)).toThrow(RangeError);
  });
});

it("fnv1a gives the reference values", () => {
  const hash = (text: string) => fnv1a(new TextEncoder().encode(text));
  expect([hash(""), hash("a"), hash("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});
