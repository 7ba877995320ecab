import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { columnsFor, stepFor } from "./columns";

describe("stepFor", () => {
  it("is the smallest power of two that fits", () => {
    expect([stepFor(127, 128), stepFor(128, 128), stepFor(4096, 1000), stepFor(10, 0)]).toEqual([1, 2, 8, 16]);
  });
});

describe("columnsFor", () => {
  it("holds the logarithm itself while iterations have a column each", () => {
    const record = fakeRecord([[Number.NaN, 1, 0.1, 0.001]]);
    const columns = columnsFor(null, record, 8, 100);
    expect(columns.step).toBe(1);
    expect([...columns.low.subarray(0, 5)]).toEqual([Number.NaN, 0, -1, -3, Number.NaN]);
    expect(columns.high.subarray(0, 4)).toEqual(columns.low.subarray(0, 4));
    expect(columns.min).toBeCloseTo(-3, 6);
    expect(columns.max).toBe(0);
  });

  it("keeps the extremes of a column, of each trajectory by itself", () => {
    const record = fakeRecord([
      [Number.NaN, 1, 0.1, 0.01],
      [Number.NaN, 10, 10, 1e-4],
    ]);
    const columns = columnsFor(null, record, 3, 2);
    expect(columns.step).toBe(2);
    expect([...columns.low]).toEqual([0, -2, 1, -4]);
    expect([...columns.high]).toEqual([0, -1, 1, 1]);
  });

  it("takes in new iterations in place, and starts anew for another record or scale", () => {
    const record = fakeRecord([[Number.NaN, 1]]);
    const first = columnsFor(null, record, 8, 100);
    const extra = fakeRecord([[Number.NaN, 1, 0.01]]).frames[2];
    if (extra) record.frames.push(extra);
    const second = columnsFor(first, record, 8, 100);
    expect(second).toBe(first);
    expect(second.low[2]).toBe(-2);
    expect(columnsFor(second, record, 16, 100)).not.toBe(second);
    expect(columnsFor(second, fakeRecord([[Number.NaN, 1, 0.01]]), 8, 100)).not.toBe(second);
  });

  it("leaves gaps for broken states and gives zero a place", () => {
    const columns = columnsFor(null, fakeRecord([[Number.NaN, Number.POSITIVE_INFINITY, 0]]), 2, 100);
    expect(columns.low[1]).toBeNaN();
    expect(columns.low[2]).toBe(-12);
  });
});
