import { describe, expect, it } from "vitest";
import type { Supposition } from "../../tasks/task";
import { afterLook, type Due, dueAt, FIRST_CYCLE, type NudgeState, sigmaIn } from "./nudge";

const LOW = 0;
const HIGH = 2.5;

interface Setting {
  readonly nudges?: number;
  readonly until?: number;
  readonly cells?: number;
  /** Whether the step to z_k was at rest. */
  readonly rests?: (k: number) => boolean;
}

/**
 * Follows a trajectory whose halting logit is q(k), and lists what was due when. Hypotheses go to cells 0, 1, 2, ... as
 * long as `cells` lasts.
 */
function follow(q: (k: number) => number, { nudges = 2, until = 400, cells = 81, rests = () => true }: Setting = {}) {
  const events: [number, Due][] = [];
  const states: NudgeState[] = [FIRST_CYCLE];
  let state = FIRST_CYCLE;
  for (let k = 1; k <= until; k++) {
    const due = dueAt(state, k, { q: q(k), rests: rests(k) }, nudges);
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

  it("releases all hypotheses when q is above 2 at a fourth iteration, and accepts once the state rests", () => {
    const { events, states, last } = follow((k) => (k >= 50 ? HIGH : LOW), { rests: (k) => k > 80 });
    expect(events).toEqual([
      [32, "hypothesis"],
      [48, "hypothesis"],
      [52, "release"],
      [84, "acceptance"],
    ]);
    expect(states[52]).toEqual({ phase: "releasing", cycle: 0, since: 52, hypotheses: [] });
    // Accepted for good: no look changes it any more.
    expect(last).toEqual({ phase: "accepted", cycle: 0, since: 84, hypotheses: [] });
    expect(afterLook(last, 500, dueAt(last, 500, { q: LOW, rests: false }, 2), null)).toBe(last);
  });

  it("accepts at the first look at which the network believes and the state rests, and no sooner", () => {
    const believed = (k: number) => (k === 40 || k === 60 || k === 72 ? HIGH : LOW);
    expect(follow(believed, { until: 72 }).events).toEqual([
      [32, "hypothesis"],
      [40, "release"],
      [60, "acceptance"],
    ]);
    // Neither belief alone (60) nor rest alone (64) is enough.
    expect(follow(believed, { until: 72, rests: (k) => k > 60 }).events.at(-1)).toEqual([72, "acceptance"]);
    expect(follow(() => HIGH, { until: 36 }).events).toEqual([
      [4, "release"],
      [8, "acceptance"],
    ]);
  });

  it("begins again where belief does not come to rest within 64 iterations", () => {
    const restless = { until: 150, rests: (k: number) => k > 104 };
    expect(follow((k) => (k >= 40 ? HIGH : LOW), restless).events).toEqual([
      [32, "hypothesis"],
      [40, "release"],
      [104, "fresh start"],
      [108, "release"],
      [112, "acceptance"],
    ]);
    // Belief that goes after the first 32 of them ends it at that look.
    expect(follow((k) => (k >= 40 && k < 80 ? HIGH : LOW), restless).events[2]).toEqual([80, "fresh start"]);
  });

  it("begins again where q does not outlive the release: a fixed point of another condition", () => {
    const { events } = follow((k) => (k >= 40 && k < 60 ? HIGH : LOW), { until: 104, rests: (k) => k >= 60 });
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

it("has no path noise from the release on", () => {
  const noise = { sigma: 0.1, noisyFor: 3, period: 5 };
  expect([3, 4, 6].map((k) => sigmaIn("nudged", noise, k))).toEqual([0.1, 0, 0.1]);
  expect([3, 6].map((k) => sigmaIn(null, noise, k))).toEqual([0.1, 0.1]);
  for (const phase of ["releasing", "accepted"] as const)
    expect([3, 4, 6].map((k) => sigmaIn(phase, noise, k))).toEqual([0, 0, 0]);
});
