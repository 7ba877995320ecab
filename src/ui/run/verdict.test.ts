import { describe, expect, it } from "vitest";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { Outcome } from "../../model/eqr/record/outcome";
import { fakeTag } from "../../viz/testing";
import type { NudgeStanding, TrajectoryView } from "../../viz/types";
import { plainText, spokenText } from "./piece";
import { type VerdictInput, verdict } from "./verdict";

const view = (index: number, outcome: Outcome, grid: number | null = null): TrajectoryView => ({
  index,
  outcome,
  // Only where there are several has a grid a letter.
  grid: grid === null ? null : { ...fakeTag(grid), letter: null },
  residual: outcome.startsWith("settled") ? 8e-5 : 0.1124,
  q: 1,
  settledAt: grid === null ? null : 40 + index,
});

const say = (views: TrajectoryView[], rest: Partial<VerdictInput> = {}): string =>
  plainText(
    verdict({ views, selected: 0, k: 44, over: false, decided: { decided: 7, open: 53 }, noisy: false, ...rest }),
  );

const many = (outcome: Outcome, count: number, grid: number | null = null) =>
  Array.from({ length: count }, (_, i) => view(i, outcome, grid));

describe("the selected trajectory", () => {
  it("is told by what it does", () => {
    expect(say([view(0, "start")], { k: 0 })).toBe("Trajectory 1 is at its random start.");
    expect(say([view(0, "moving")])).toBe("Trajectory 1 is still moving: residual 0.11, 7 of 53 empty cells decided.");
    expect(say([view(0, "settled-valid", 0)])).toBe("Trajectory 1 solved (settled on a valid grid) at iteration 40.");
    expect(say([view(0, "settled-valid", 0)], { layers: 2 })).toBe(
      "Trajectory 1 solved (settled on a valid grid) at iteration 40 (80 layers).",
    );
    expect(say([view(0, "settled-other", 0)])).toBe("Trajectory 1 settled, but not on a valid grid at iteration 40.");
  });

  it("is told by the letter of its grid where there are several", () => {
    const second = { ...view(0, "settled-valid", 1), grid: fakeTag(1) };
    expect(say([second])).toBe("Trajectory 1 solved (settled on a valid grid, grid B) at iteration 40.");
  });

  it("is named with the iteration at which it broke, and so are others that did", () => {
    const broken = (index: number, at: number) => ({ ...view(index, "broken"), brokenAt: at });
    expect(say([broken(0, 7), view(1, "moving")])).toMatch(
      /^Trajectory 1 broke: its numbers overflowed at iteration 7\./,
    );
    expect(say([view(0, "moving"), broken(1, 9)])).toContain(
      "Trajectory 2 broke at iteration 9: its numbers overflowed; the others go on.",
    );
    expect(say([view(0, "moving"), broken(1, 9), broken(2, 3)])).toContain(
      "Trajectory 3 broke at iteration 3: its numbers overflowed. 1 more broke after it; the others go on.",
    );
    expect(say([broken(0, 7), broken(1, 9)])).not.toContain("go on");
  });

  it("is never called wrong or invalid while it has not settled", () => {
    for (const outcome of ["start", "moving", "wandering"] as const)
      for (const over of [true, false])
        for (const noisy of [true, false]) expect(say(many(outcome, 3), { over, noisy })).not.toMatch(/wrong|valid/);
  });

  it("carries its outcome on the words that judge", () => {
    const pieces = verdict({
      views: [view(0, "settled-valid", 0)],
      selected: 0,
      k: 44,
      over: false,
      decided: { decided: 1, open: 2 },
      noisy: false,
    });
    expect(pieces).toContainEqual({
      text: "solved (settled on a valid grid)",
      outcome: "settled-valid",
      grid: { number: 0, letter: null, hue: 0 },
      term: "valid",
    });
  });
});

it("reads aloud only what lasts", () => {
  const base = { selected: 0, over: false, decided: { decided: 7, open: 53 }, noisy: false };
  const at = (k: number, residual: number) =>
    spokenText(verdict({ ...base, k, views: [{ ...view(0, "moving"), residual }, view(1, "moving")] }));
  expect(at(44, 0.11)).toBe("Trajectory 1 is still moving. No start has settled yet.");
  expect(at(45, 0.09)).toBe(at(44, 0.11));
});

describe("a nudged trajectory", () => {
  const cycle = (part: Partial<NudgeCycle>): NudgeCycle => ({
    cycle: 0,
    from: 0,
    to: 64,
    hypotheses: [],
    releasedAt: null,
    acceptedAt: null,
    fate: "open",
    ...part,
  });
  const nudged = (outcome: Outcome, nudge: Partial<NudgeStanding>, index = 0): TrajectoryView => ({
    ...view(index, outcome, outcome.startsWith("accepted") ? 0 : null),
    settledAt: null,
    nudge: { phase: "settling", cycle: 0, hypotheses: 0, acceptedAt: null, ...nudge },
  });
  const accepted = { phase: "accepted", cycle: 2, acceptedAt: 244 } as const;

  it("is told by its hypotheses", () => {
    expect(say([nudged("moving", {})])).toBe(
      "Trajectory 1 goes without hypotheses so far: residual 0.11, 7 of 53 empty cells decided.",
    );
    expect(say([nudged("wandering", { phase: "nudged", cycle: 1, hypotheses: 3 })], { noisy: true })).toBe(
      "Trajectory 1 is under 3 hypotheses in cycle 2: residual 0.11, 7 of 53 empty cells decided.",
    );
    expect(say([nudged("moving", { phase: "nudged", hypotheses: 1 })])).toContain("under 1 hypothesis in");
  });

  it("is on probation after its release", () => {
    const cycles = [cycle({ releasedAt: 40 })];
    expect(say([nudged("moving", { phase: "releasing" })], { cycles })).toContain(
      "was released at iteration 40: no hypothesis is left, and no noise. It is accepted if it comes to rest by iteration 104 and the network still believes in it.",
    );
  });

  it("is accepted by belief, and valid or not as a fact apart", () => {
    const cycles = [cycle({ cycle: 2, from: 100, releasedAt: 212, acceptedAt: 244, fate: "accepted" })];
    expect(say([nudged("accepted-valid", accepted)], { cycles })).toBe(
      "Trajectory 1 was accepted at iteration 244, after the release at 212; its grid is valid.",
    );
    expect(say([nudged("accepted-other", accepted)], { cycles })).toContain("; its grid is not valid.");
    expect(say([nudged("settled-valid", accepted)], { cycles })).toContain("valid, and it has settled.");
  });

  it("says why it began again", () => {
    const began = (fate: "rejected" | "expired") =>
      say([nudged("moving", { cycle: 1 })], { cycles: [cycle({ fate }), cycle({ cycle: 1, from: 64 })] });
    expect(began("rejected")).toContain(
      "Cycle 1 was rejected; trajectory 1 made a fresh start at iteration 64: residual",
    );
    expect(began("expired")).toContain("Cycle 1 expired; trajectory 1 made a fresh start");
  });

  it("counts the accepted ones among all", () => {
    const views = [nudged("accepted-valid", accepted), nudged("wandering", {}, 1), nudged("moving", {}, 2)];
    expect(say(views)).toContain("1 of 3 starts has been accepted on a valid grid; the others have not yet.");
    expect(say(views, { over: true })).toContain("; the others were not.");
    const none = [nudged("wandering", {}), nudged("wandering", {}, 1)];
    expect(say(none)).toContain("No start has been accepted yet.");
    expect(say(none, { over: true, k: 4096 })).toContain("None of 2 starts was accepted in 4096 iterations.");
  });
});

describe("all of them", () => {
  it("agree on one grid while the others wander", () => {
    expect(say([...many("settled-valid", 4, 0), ...many("wandering", 8)])).toContain(
      "4 of 12 starts have settled, all on the same grid; the others still wander.",
    );
  });

  it("all come to the same", () => {
    expect(say(many("settled-valid", 12, 0))).toContain(" All 12 starts have settled on the same valid grid.");
    expect(say(many("settled-valid", 2, 0))).toContain(" Both starts have settled on the same valid grid.");
  });

  it("settle on several valid grids", () => {
    const views = [0, 1, 2, 3, 4, 4, 4, 0, 1].map((grid, i) => view(i, "settled-valid", grid));
    expect(say([...views, ...many("moving", 3)])).toContain(
      "9 of 12 starts have settled on 5 different valid grids; the others have not yet.",
    );
    expect(say(views)).toContain("All 9 starts have settled on 5 different valid grids.");
  });

  it("settle on a few grids with letters: how many on which", () => {
    const views = [1, 0, 1, 1].map((grid, i) => ({ ...view(i, "settled-valid", grid), grid: fakeTag(grid) }));
    expect(say(views)).toContain("All 4 starts have settled on 2 different valid grids (1 on A, 3 on B).");
    expect(say([...views, ...many("settled-other", 1, 2)])).toContain(
      "All 5 starts have settled, 4 of them on 2 different valid grids (1 on A, 3 on B), 1 on something else.",
    );
  });

  it("settle on something else", () => {
    expect(say([...many("settled-other", 2, 0), ...many("moving", 1)])).toContain(
      "2 of 3 starts have settled, none on a valid grid; the other one has not yet.",
    );
    expect(say([...many("settled-valid", 3, 0), ...many("settled-other", 1, 1)])).toContain(
      "All 4 starts have settled, 3 of them on the same valid grid, 1 on something else.",
    );
  });

  it("settle nowhere, which is told once the run is over", () => {
    expect(say(many("wandering", 12))).toContain("No start has settled yet.");
    expect(say(many("wandering", 12), { over: true, k: 128 })).toContain(
      "Nothing settled in 128 iterations: all 12 starts kept moving.",
    );
    expect(say(many("wandering", 1), { over: true, k: 128 })).toContain("It did not settle in 128 iterations.");
  });

  it("are left out where there is only one", () => {
    expect(say([view(0, "settled-valid", 0)])).not.toContain("starts");
  });
});
