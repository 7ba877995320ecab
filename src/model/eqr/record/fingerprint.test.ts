import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fnv1a } from "../../analysis/fnv1a";
import { recordOf } from "../fixtures/record";
import {
  compareFingerprints,
  decodeFingerprint,
  encodeFingerprint,
  type Fingerprint,
  fingerprintAt,
} from "./fingerprint";

const fingerprint = fc.integer({ min: 1, max: 256 }).chain((breadth) =>
  fc.record({
    k: fc.integer({ min: 0, max: 4096 }),
    settledAt: fc.array(fc.integer({ min: -1, max: 4096 }), { minLength: breadth, maxLength: breadth }),
    grids: fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: breadth, maxLength: breadth }),
  }),
);

describe("the codec", () => {
  it("gives back what it was given, in characters a link may hold", () => {
    fc.assert(
      fc.property(fingerprint, (value) => {
        const text = encodeFingerprint(value);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeFingerprint(text)).toEqual(value);
      }),
    );
  });

  it("says null to any other text, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), fingerprint, fc.nat(), (noise, value, cut) => {
        const text = encodeFingerprint(value);
        const shorter = decodeFingerprint(text.slice(0, cut % text.length));
        expect(shorter === null || shorter.grids.length < value.grids.length).toBe(true);
        decodeFingerprint(noise);
      }),
    );
    for (const text of ["", "AA", "AgAAAA", "!!!"]) expect(decodeFingerprint(text)).toBeNull();
  });

  it("stays short when starts agree: 12 that found one grid take 60 characters", () => {
    const twelve = Array.from({ length: 12 }, (_, t) => t);
    expect(encodeFingerprint({ k: 128, settledAt: twelve, grids: twelve.map(() => 7) }).length).toBeLessThanOrEqual(60);
  });
});

describe("fingerprintAt", () => {
  it("takes down where each trajectory settled by then, and its grid", () => {
    const record = recordOf({ breadth: 3, depth: 20 }, (k, t) => ({
      residual: t > 0 && k > 4 * t ? 1e-9 : 1,
      digit: t + 1,
    }));
    const grids = [1, 2, 3].map((digit) => fnv1a(new Uint8Array(81).fill(digit)));
    expect(fingerprintAt(record, 20)).toEqual({ k: 20, settledAt: [-1, 5, 9], grids });
    expect(fingerprintAt(record, 7).settledAt).toEqual([-1, 5, -1]);
  });
});

describe("compareFingerprints", () => {
  const there: Fingerprint = { k: 128, settledAt: [10, 20, -1, 40], grids: [1, 2, 3, 4] };

  it("finds nothing between equals, or an iteration apart", () => {
    expect(compareFingerprints({ ...there, settledAt: [11, 19, -1, 40] }, there)).toEqual([]);
  });

  it("names the trajectories that went another way", () => {
    expect(compareFingerprints({ k: 128, settledAt: [10, -1, 5, 50], grids: [9, 2, 3, 4] }, there)).toEqual([
      { trajectory: 0, kind: "grid" },
      { trajectory: 1, kind: "settled" },
      { trajectory: 2, kind: "settled" },
      { trajectory: 3, kind: "iteration" },
    ]);
  });

  it("refuses fingerprints of different breadths", () => {
    expect(() => compareFingerprints({ k: 1, settledAt: [1], grids: [1] }, there)).toThrow(RangeError);
  });
});
