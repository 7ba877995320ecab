import { describe, expect, it } from "vitest";
import type { Supposition } from "../../tasks/task";
import { afterLook, type Due, dueAt, FIRST_CYCLE, type NudgeState } from "./nudge";

const LOW = 0;
const HIGH = 2.5;

/**
 * Follows a trajectory whose halting logit is q(k), and lists what was due when. Hypotheses go to cells 0, 1, 2, ... as
 * long as `cells` lasts.
 */
function follow(q: (k: number) => number, { nudges = 2, until = 400, cells = 81 } = {}) {
  const events: [number, Due][] = [];
  const states: NudgeState[] = [FIRST_CYCLE];
  let state = FIRST_CYCLE;
  for (let k = 1; k <= until; k++) {
    const due = dueAt(state, k, q(k), nudges);
    const cell = state.hypotheses.length;
    const hypothesis: Supposition | null = due === "hypothesis" && cell < cells ? { cell, value: 5 } : null;
    state = afterLook(state, k, due, hypothesis);
    states.push(state);
    if (due !== "nothing") events.push([k, due]);
  }
  return { events, states, last: state };
}

describe("a cycle", () => {
  it("settles for 32 iterations, sets a hypothesis every 16, and expires 16 after the last", () => {
    const { events, states } = follow(() => LOW, { until: 200 });
    expect(events).toEqual([
      [32, "hypothesis"],
      [48, "hypothesis"],
      [64, "fresh start"],
      [96, "hypothesis"],
      [112, "hypothesis"],
      [128, "fresh start"],
      [160, "hypothesis"],
      [176, "hypothesis"],
      [192, "fresh start"],
    ]);
    expect(states[31]?.phase).toBe("settling");
    expect(states[48]).toEqual({
      phase: "nudged",
      cycle: 0,
      since: 48,
      hypotheses: [
        { cell: 0, value: 5 },
        { cell: 1, value: 5 },
      ],
    });
    expect(states[64]).toEqual({ phase: "settling", cycle: 1, since: 64, hypotheses: [] });
  });

  it("releases all hypotheses when q is above 2 at a fourth iteration, and accepts if it is so 32 later", () => {
    const { events, states, last } = follow((k) => (k >= 50 ? HIGH : LOW));
    expect(events).toEqual([
      [32, "hypothesis"],
      [48, "hypothesis"],
      [52, "release"],
      [84, "acceptance"],
    ]);
    expect(states[52]).toEqual({ phase: "releasing", cycle: 0, since: 52, hypotheses: [] });
    // Accepted for good: no look changes it any more.
    expect(last).toEqual({ phase: "accepted", cycle: 0, since: 84, hypotheses: [] });
    expect(afterLook(last, 500, dueAt(last, 500, LOW, 2), null)).toBe(last);
  });

  it("does not accept before the release is over, whatever q was in between", () => {
    const dip = follow((k) => (k === 60 || k === 40 || k === 72 ? HIGH : LOW), { until: 72 });
    expect(dip.events).toEqual([
      [32, "hypothesis"],
      [40, "release"],
      [72, "acceptance"],
    ]);
    expect(follow((k) => (k < 72 ? HIGH : LOW), { until: 36 }).events).toEqual([
      [4, "release"],
      [36, "acceptance"],
    ]);
  });

  it("begins again where q does not outlive the release: a fixed point of another condition", () => {
    const { events } = follow((k) => (k >= 40 && k < 60 ? HIGH : LOW), { until: 104 });
    expect(events).toEqual([
      [32, "hypothesis"],
      [40, "release"],
      [72, "fresh start"],
      [104, "hypothesis"],
    ]);
  });

  it("looks at q before it sets a hypothesis or gives up", () => {
    expect(follow((k) => (k === 32 ? HIGH : LOW), { until: 32 }).events).toEqual([[32, "release"]]);
    expect(follow((k) => (k === 64 ? HIGH : LOW), { until: 64 }).events.at(-1)).toEqual([64, "release"]);
  });

  it("does not look between the fourth iterations, and believes neither 2 nor NaN", () => {
    expect(follow((k) => (k % 4 === 0 ? LOW : HIGH), { until: 31 }).events).toEqual([]);
    expect(follow(() => 2, { until: 31 }).events).toEqual([]);
    expect(follow(() => Number.NaN, { until: 64 }).events.at(-1)).toEqual([64, "fresh start"]);
  });

  it("ends when no cell is left for a hypothesis", () => {
    expect(follow(() => LOW, { until: 48, cells: 1 }).last).toEqual({
      phase: "settling",
      cycle: 1,
      since: 48,
      hypotheses: [],
    });
  });
});
