import { expect, it } from "vitest";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { NudgeStanding } from "../types";
import { hypothesisSteps } from "./steps";
import { cycleSentence, shortStanding, standingWords } from "./words";

const cycle: NudgeCycle = {
  cycle: 2,
  from: 128,
  to: 244,
  hypotheses: [
    { k: 160, cell: 40, value: 4 },
    { k: 176, cell: 0, value: 9 },
  ],
  releasedAt: 212,
  acceptedAt: null,
  fate: "rejected",
};

it("tells a cycle in a sentence, counted from 1", () => {
  expect(cycleSentence(cycle)).toBe("Cycle 3, from 128: 2 hypotheses, released at 212, rejected at 244.");
  expect(cycleSentence({ ...cycle, hypotheses: [], releasedAt: null, fate: "open" })).toBe(
    "Cycle 3, from 128: no hypothesis, goes on.",
  );
  expect(cycleSentence({ ...cycle, acceptedAt: 240, fate: "accepted" })).toContain("accepted at 240.");
});

it("tells where a trajectory stands, in full and in short", () => {
  const at = (part: Partial<NudgeStanding>): NudgeStanding => ({
    phase: "nudged",
    cycle: 1,
    hypotheses: 3,
    acceptedAt: null,
    ...part,
  });
  expect([standingWords(at({})), shortStanding(at({}))]).toEqual(["cycle 2, under 3 hypotheses", "cycle 2 · 3 nudges"]);
  expect(shortStanding(at({ hypotheses: 1 }))).toBe("cycle 2 · 1 nudge");
  expect(standingWords(at({ phase: "accepted", acceptedAt: 244 }))).toBe("cycle 2, accepted at iteration 244");
  const phases = (["settling", "nudged", "releasing", "accepted"] as const).map((phase) => at({ phase }));
  expect(new Set(phases.map(shortStanding)).size).toBe(4);
});

it("climbs a step with every hypothesis, until all are released", () => {
  expect(hypothesisSteps(cycle)).toEqual([
    { from: 160, to: 176, count: 1 },
    { from: 176, to: 212, count: 2 },
  ]);
  expect(hypothesisSteps({ ...cycle, releasedAt: null }).at(-1)).toEqual({ from: 176, to: 244, count: 2 });
  expect(hypothesisSteps({ ...cycle, hypotheses: [] })).toEqual([]);
});
