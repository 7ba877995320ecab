import { describe, expect, it } from "vitest";
import { recordOf } from "../fixtures/record";
import { rankAt } from "../recipe/selection";
import { type Frame, PHASES, type Phase } from "../record/frame";
import { isSettled, phaseAt, type RunRecord, statusAt, suppositionsAt } from "../record/record";
import { acceptedAt, cycleAt, nudgeCycles, nudgeEvents } from "./nudgeRecord";

/** From each iteration on: phase, cycle and the digits hypothesised in cells 10, 11, ... */
type Stretch = readonly [from: number, phase: Phase, cycle: number, digits: readonly number[]];

const cycles: Stretch[] = [
  [0, "settling", 0, []],
  [33, "nudged", 0, [4]],
  [49, "nudged", 0, [4, 7]],
  [65, "settling", 1, []],
  [97, "nudged", 1, [9]],
  [101, "releasing", 1, []],
  [133, "settling", 2, []],
  [141, "releasing", 2, []],
  [172, "accepted", 2, []],
];

/** A record of two trajectories: the first without an event, the second with these stretches. */
function record(stretches: readonly Stretch[], depth = 180): RunRecord {
  const made = recordOf({ breadth: 2, depth, nudges: 2, tolerance: 1e-3 }, () => ({ residual: 1e-4 }));
  made.frames.forEach((frame, k) => {
    const [, phase, cycle, digits] = stretches.findLast(([from]) => from <= k) ?? [0, "settling", 0, []];
    const hypotheses = new Uint8Array(162);
    digits.forEach((digit, i) => {
      hypotheses[81 + 10 + i] = digit;
    });
    const marks = { hypotheses, phase: Uint8Array.of(0, PHASES.indexOf(phase)), cycle: Uint16Array.of(0, cycle) };
    made.frames[k] = { ...frame, ...marks } satisfies Frame;
  });
  return made;
}

describe("nudgeCycles", () => {
  it("tells when hypotheses were set, when they were released and what became of it", () => {
    expect(nudgeCycles(record(cycles), 1)).toEqual([
      {
        cycle: 0,
        from: 0,
        to: 64,
        hypotheses: [
          { k: 32, cell: 10, value: 4 },
          { k: 48, cell: 11, value: 7 },
        ],
        releasedAt: null,
        acceptedAt: null,
        fate: "expired",
      },
      {
        cycle: 1,
        from: 64,
        to: 132,
        hypotheses: [{ k: 96, cell: 10, value: 9 }],
        releasedAt: 100,
        acceptedAt: null,
        fate: "rejected",
      },
      { cycle: 2, from: 132, to: 180, hypotheses: [], releasedAt: 140, acceptedAt: 172, fate: "accepted" },
    ]);
  });

  it("knows no more than had happened by the iteration asked for", () => {
    expect(nudgeCycles(record(cycles), 1, 64).map(({ fate }) => fate)).toEqual(["open"]);
    expect(nudgeCycles(record(cycles), 1, 65).map(({ fate }) => fate)).toEqual(["expired", "open"]);
    expect(nudgeCycles(record(cycles), 1, 171).at(-1)).toMatchObject({ fate: "open", releasedAt: 140 });
    expect(nudgeCycles(record(cycles), 1, 172).at(-1)).toMatchObject({ fate: "accepted", acceptedAt: 172 });
    expect(nudgeCycles(record(cycles), 1, 0)).toEqual([]);
  });

  it("has nothing to tell of a pure run", () => {
    const pure = recordOf({ breadth: 1, depth: 9 }, () => ({}));
    expect(nudgeCycles(pure, 0)).toEqual([]);
    expect([phaseAt(pure, 0, 3), suppositionsAt(pure, 0, 3), cycleAt(pure, 0, 3)]).toEqual([null, null, null]);
  });
});

it("finds the acceptance, once it has happened", () => {
  const made = record(cycles);
  expect([0, 171, 172, 173, 180].map((k) => acceptedAt(made, 1, k))).toEqual([null, null, 172, 172, 172]);
  expect(acceptedAt(made, 0, 180)).toBeNull();
});

it("lists events in order", () => {
  expect(nudgeEvents(record(cycles), 1).map(({ kind, k }) => `${k} ${kind}`)).toEqual([
    "32 hypothesis",
    "48 hypothesis",
    "64 expired",
    "96 hypothesis",
    "100 released",
    "132 rejected",
    "140 released",
    "172 accepted",
  ]);
  expect(nudgeEvents(record(cycles), 0)).toEqual([]);
});

describe("a trajectory under hypotheses", () => {
  it("is not settled however small its residual: it rests on another puzzle's fixed point", () => {
    const made = record(cycles);
    expect([31, 34, 50, 68].map((k) => isSettled(made, 1, k))).toEqual([true, false, false, true]);
    expect(statusAt(made, 1, 50)).not.toBe("settled");
    expect(isSettled(made, 0, 50)).toBe(true);
  });

  it("ranks last, and an accepted one first", () => {
    expect(rankAt(record(cycles), 40, "residual")).toEqual([0, 1]);
    expect(rankAt(record(cycles), 175, "residual")).toEqual([1, 0]);
    expect(rankAt(record(cycles), 20, "residual")).toEqual([0, 1]);
  });
});
