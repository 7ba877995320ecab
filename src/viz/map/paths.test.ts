import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { blendPaths, copyPaths, createPaths, fillPaths, headOf, iterationOf, nearestState, tailLength } from "./paths";

const nan = Number.NaN;
const record = fakeRecord(
  [
    [nan, 1, 1],
    [nan, 1, 1],
  ],
  [
    [
      [0, 0],
      [1, 0],
      [1, 2],
    ],
    [
      [5, 5],
      [nan, nan],
      [6, 5],
    ],
  ],
);
const projection = { scale: 10, left: 100, top: 200 };

function filled(cursor: number, at = projection) {
  const paths = createPaths();
  fillPaths(paths, record, [0, 1], cursor, at);
  return paths;
}

describe("tailLength", () => {
  it("is the whole path while there is room, and never under 64", () => {
    expect(tailLength(12, 128)).toBe(129);
    expect(tailLength(256, 4096)).toBe(93);
    expect(tailLength(1000, 4096)).toBe(64);
  });
});

describe("fillPaths", () => {
  it("projects every state up to the cursor, trajectory after trajectory, y upwards", () => {
    expect([...filled(1).xy.subarray(0, 8)]).toEqual([100, 200, 110, 200, 150, 150, nan, nan]);
    expect(filled(99).length).toBe(3);
  });

  it("keeps the way of a settled trajectory when the run is longer than a path", () => {
    const long = fakeRecord([
      [nan, ...new Array<number>(999).fill(0.1)],
      [nan, 0.1, ...new Array<number>(998).fill(1e-6)],
      ...Array.from({ length: 398 }, () => new Array<number>(1000).fill(0.1)),
    ]);
    const paths = createPaths();
    fillPaths(paths, long, [0, 1], 999, { scale: 1, left: 0, top: 0 });
    expect(paths.length).toBe(64);
    expect([iterationOf(paths, 0, 0), iterationOf(paths, 0, 63)]).toEqual([936, 999]);
    expect([iterationOf(paths, 1, 0), iterationOf(paths, 1, 62), iterationOf(paths, 1, 63)]).toEqual([0, 62, 999]);
    expect([paths.xy[2 * 64], paths.xy[2 * 127]]).toEqual([0, 999]);
  });

  it("keeps its memory when it shrinks", () => {
    const paths = filled(2);
    const { xy } = paths;
    fillPaths(paths, record, [0, 1], 0, projection);
    expect(paths.xy).toBe(xy);
    expect(paths.length).toBe(1);
  });
});

describe("headOf", () => {
  it("is the last known place and the way it was reached", () => {
    expect(headOf(filled(2), 0)).toEqual([110, 180, 0, -20]);
    expect(headOf(filled(1), 1)).toEqual([150, 150, 0, 0]);
    expect(headOf(createPaths(), 0)).toBeNull();
  });
});

describe("nearestState", () => {
  it("finds trajectory and iteration within reach", () => {
    expect(nearestState(filled(2), 103, 201, 12)).toEqual({ trajectory: 0, k: 0 });
    expect(nearestState(filled(2), 158, 151, 12)).toEqual({ trajectory: 1, k: 2 });
    expect(nearestState(filled(2), 300, 300, 12)).toBeNull();
  });

  it("prefers where a trajectory is now", () => {
    // Between k = 1 at (110, 200) and the present at (110, 180), a little nearer to the former.
    expect(nearestState(filled(2), 110, 191, 15)).toEqual({ trajectory: 0, k: 2 });
  });
});

describe("blendPaths", () => {
  it("leads from the old places to the new, iteration by iteration", () => {
    const before = copyPaths(filled(2));
    const half = filled(1, { ...projection, left: 120 });
    blendPaths(half, before, 0.5);
    expect([...half.xy.subarray(0, 4)]).toEqual([110, 200, 120, 200]);
    const done = filled(1, { ...projection, left: 120 });
    blendPaths(done, before, 1);
    expect(done.xy[0]).toBe(120);
  });

  it("puts states without a former place where they are", () => {
    const before = copyPaths(filled(0));
    const paths = filled(2, { ...projection, left: 120 });
    blendPaths(paths, before, 0);
    expect(paths.xy[0]).toBe(100);
    expect(paths.xy[2]).toBe(130);
  });
});

describe("a fresh start", () => {
  it("breaks the path: no way leads from the cycle before", () => {
    const nudged = fakeRecord(
      [[nan, 1, 1]],
      [
        [
          [0, 0],
          [1, 0],
          [9, 9],
        ],
      ],
    );
    nudged.frames.forEach((frame, k) => {
      nudged.frames[k] = { ...frame, cycle: Uint16Array.of(k < 2 ? 0 : 1) };
    });
    const paths = createPaths();
    fillPaths(paths, nudged, [0, 1], 2, projection);
    expect([...paths.cycle.subarray(0, 3)]).toEqual([0, 0, 1]);
    expect(headOf(paths, 0)).toEqual([190, 110, 0, 0]);
    fillPaths(paths, nudged, [0, 1], 1, projection);
    expect(headOf(paths, 0)).toEqual([110, 200, 10, 0]);
  });
});
