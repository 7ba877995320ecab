import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHistory } from "./history";

function filled(capacity: number, depth: number) {
  const released: number[] = [];
  const history = createHistory<number>(capacity, (item) => released.push(item));
  for (let k = 0; k <= depth; k++) history.add(k, k);
  return { history, released, ks: history.entries().map(({ k }) => k) };
}

describe("createHistory", () => {
  it("keeps every iteration while they fit", () => {
    expect(filled(5, 4)).toMatchObject({ ks: [0, 1, 2, 3, 4], released: [] });
  });

  it("then every second, every fourth, ... and always the newest", () => {
    expect(filled(5, 5).ks).toEqual([0, 2, 4, 5]);
    expect(filled(5, 9).ks).toEqual([0, 4, 8, 9]);
    expect(filled(5, 12).ks).toEqual([0, 4, 8, 12]);
  });

  it("holds at most its capacity, evenly spread, and releases each of the others once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 0, max: 500 }), (capacity, depth) => {
        const { ks, released } = filled(capacity, depth);
        expect(ks.length).toBeLessThanOrEqual(capacity);
        expect(ks[0]).toBe(0);
        expect(ks.at(-1)).toBe(depth);
        const gaps = ks.slice(1, -1).map((k, i) => k - (ks[i] ?? 0));
        expect(new Set(gaps).size).toBeLessThanOrEqual(1);
        expect([...ks, ...released].sort((a, b) => a - b)).toEqual(Array.from({ length: depth + 1 }, (_, k) => k));
      }),
    );
  });

  it("keeps the start and the newest even where there is room for nothing", () => {
    expect(filled(0, 50).ks).toEqual([0, 50]);
  });

  it("finds an iteration, and the latest before one that is gone", () => {
    const { history } = filled(5, 9);
    expect(history.at(4)).toBe(4);
    expect(history.at(5)).toBeUndefined();
    expect(history.before(7)).toEqual({ k: 4, item: 4 });
    expect(history.before(-1)).toBeUndefined();
  });

  it("refuses iterations out of order and gives everything up when cleared", () => {
    const { history, released } = filled(5, 3);
    expect(() => history.add(3, 3)).toThrow(RangeError);
    history.clear();
    expect(released).toEqual([0, 1, 2, 3]);
    history.add(0, 0);
    expect(history.entries()).toEqual([{ k: 0, item: 0 }]);
  });
});
