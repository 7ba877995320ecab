import { describe, expect, test } from "vitest";
import { bandConstants, boxConstants, cellsConstants, fits, tileWorkgroups } from "./layout";

/** What WebGPU guarantees a workgroup (the limits' default values). */
const LIMITS = { invocations: 256, bytes: 16384 };
/** Of a flag beside the tile. */
const FLAG_BYTES = 16;

describe.each([4, 8, 12, 32, 48, 64])("with %i features", (d) => {
  const rows = [1, 2, 4].filter((count) => fits(d, count));

  test("workgroups keep to the smallest limits of WebGPU", () => {
    const cut = [
      cellsConstants(d, "band"),
      cellsConstants(d, "box"),
      ...rows.map((count) => bandConstants(d, count)),
      ...([1, 2, 4] as const).map((count) => boxConstants(d, count)),
    ];
    for (const { THREADS, TILE } of cut) {
      expect(THREADS).toBeLessThanOrEqual(LIMITS.invocations);
      expect(16 * TILE + FLAG_BYTES).toBeLessThanOrEqual(LIMITS.bytes);
    }
  });

  test("chunks and parts divide the features, and the rounds cover all outputs", () => {
    const Q = d / 4;
    expect(Q % cellsConstants(d, "band").SPLIT).toBe(0);
    for (const count of rows) {
      const { KQ, THREADS, ROUNDS } = bandConstants(d, count);
      expect(Q % KQ).toBe(0);
      expect((THREADS / Q) * ROUNDS).toBeGreaterThanOrEqual(9 * count);
    }
  });

  test("the slices of a box take all features, and its rounds cover all outputs", () => {
    const Q = d / 4;
    for (const count of [1, 2, 4] as const) {
      const { B, S, THREADS, ROUNDS } = boxConstants(d, count);
      expect(B * S * 2 * Q).toBe(THREADS);
      // Three candidates' hidden features at a time, one vec4 per thread.
      expect(3 * B * Q).toBeLessThanOrEqual(THREADS);
      expect((THREADS / Q) * ROUNDS).toBeGreaterThanOrEqual(9 * B);
    }
  });

  test("one row of the batch per workgroup always fits", () => {
    expect(rows).toContain(1);
  });
});

test("four rows of the large map are refused, in words", () => {
  expect(fits(32, 4)).toBe(true);
  expect(fits(64, 4)).toBe(false);
  expect(() => bandConstants(64, 4)).toThrow("cannot hold 4 rows");
});

test("rows that are no multiple of a workgroup's get one more", () => {
  expect(tileWorkgroups(513, { tile: "band", rows: 4 })).toBe(129 * 27);
  expect(tileWorkgroups(1, { tile: "band", rows: 4 })).toBe(27);
  expect(tileWorkgroups(513, { tile: "box", rows: 4 })).toBe(129 * 81);
});
