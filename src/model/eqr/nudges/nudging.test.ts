import { describe, expect, it } from "vitest";
import { problemOf, supposed } from "../../tasks";
import { defaultRecipe } from "../recipe/recipe";
import { PHASES } from "../record/frame";
import { createNudging } from "./nudging";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const recipe = { ...defaultRecipe(puzzle, "random"), breadth: 2, nudges: 2 };
const problem = problemOf(recipe);
const undecided = new Uint8Array(729).fill(28);
const softmaxOf = async () => undecided;
const CALM = [0, 0];
const STILL = [0, 0];

/** Nudges that have looked at iterations 4, 8, ... up to k. */
async function at(k: number, q: (k: number) => number[] = () => CALM, residual: (k: number) => number[] = () => STILL) {
  const nudging = createNudging(recipe, problem);
  const looks = [];
  for (let j = 4; j <= k; j += 4)
    looks.push({ k: j, ...(await nudging.look(j, { q: q(j), residual: residual(j) }, softmaxOf)) });
  return { nudging, looks };
}

describe("createNudging", () => {
  it("shows the map each trajectory's own hypotheses as if they were given", async () => {
    const { nudging, looks } = await at(48);
    expect(looks.filter(({ conditionsChanged }) => conditionsChanged).map(({ k }) => k)).toEqual([32, 48]);
    const [first, second] = [0, 1].map((t) => nudging.stateAt(t, 48).hypotheses);
    expect(first).toHaveLength(2);
    expect(first).not.toEqual(second);
    expect(nudging.inputs()[1]).toEqual(supposed(problem, second ?? []));
    const given = supposed(problem, first ?? []);
    for (const { cell, value } of first ?? []) {
      expect(puzzle[cell]).toBe(".");
      expect(given[cell]).toBe(value);
    }
    expect(nudging.inputs()[0]).toEqual(given);
  });

  it("takes them away at the release, and reports acceptance and fresh starts", async () => {
    // The first believes from iteration 36 on, the second at 36 alone.
    const believes = (k: number) => [k >= 36 ? 3 : 0, k === 36 ? 3 : 0];
    const { nudging, looks } = await at(80, believes, (k) => [k >= 68 ? 0 : 1, 0]);
    expect(looks.find(({ k }) => k === 36)).toMatchObject({ conditionsChanged: true, accepted: [], freshStarts: [] });
    expect(looks.find(({ k }) => k === 68)).toMatchObject({
      conditionsChanged: false,
      accepted: [0],
      freshStarts: [{ trajectory: 1, cycle: 1 }],
    });
    expect(nudging.inputs([0])).toEqual([problem.input]);
    const { hypotheses, phase, cycle } = nudging.marksAt(81);
    expect(hypotheses?.every((digit) => digit === 0)).toBe(true);
    expect([...(phase ?? [])].map((p) => PHASES[p])).toEqual(["accepted", "settling"]);
    expect([...(cycle ?? [])]).toEqual([0, 1]);
  });

  it("accepts a residual below the tolerance alone: neither one at it nor NaN", async () => {
    const { tolerance } = recipe;
    const accepted = async (residual: number) =>
      (
        await at(
          12,
          () => [3, 3],
          () => [residual, residual],
        )
      ).nudging.stateAt(0, 12).phase === "accepted";
    expect(await accepted(0.9 * tolerance)).toBe(true);
    expect(await accepted(Math.fround(tolerance))).toBe(false);
    expect(await accepted(Number.NaN)).toBe(false);
  });

  it("remembers where a trajectory stood at any iteration", async () => {
    const { nudging } = await at(160);
    expect(nudging.stateAt(1, 31)).toMatchObject({ phase: "settling", cycle: 0 });
    expect(nudging.stateAt(1, 47)).toMatchObject({ phase: "nudged", since: 32 });
    expect(nudging.stateAt(1, 47).hypotheses).toHaveLength(1);
    expect([63, 64, 127, 128].map((k) => nudging.cycleAt(1, k))).toEqual([
      { cycle: 0, k: 0 },
      { cycle: 1, k: 64 },
      { cycle: 1, k: 64 },
      { cycle: 2, k: 128 },
    ]);
  });

  it("asks for a softmax only where a hypothesis is due", async () => {
    const nudging = createNudging(recipe, problem);
    const asked: number[] = [];
    for (let k = 4; k <= 44; k += 4)
      await nudging.look(k, { q: [0, k >= 28 ? 3 : 0], residual: [1, 1] }, async (t) => {
        asked.push(k, t);
        return undecided;
      });
    expect(asked).toEqual([32, 0]);
  });

  it("marks hypotheses by cell in the frames made under them", async () => {
    const { nudging } = await at(48);
    const marked = nudging.marksAt(49).hypotheses?.slice(81) ?? new Uint8Array();
    const { hypotheses } = nudging.stateAt(1, 48);
    expect(marked.filter((digit) => digit > 0)).toHaveLength(2);
    for (const { cell, value } of hypotheses) expect(marked[cell]).toBe(value);
    // Frames are handed over to another thread: each needs arrays of its own.
    expect(nudging.marksAt(49).hypotheses?.buffer).not.toBe(nudging.marksAt(49).hypotheses?.buffer);
  });
});
