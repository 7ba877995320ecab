import { beforeEach, describe, expect, it } from "vitest";
import { defaultRecipe } from "../../../../model/eqr/recipe/recipe";
import { appendFrame, createRecord, type RunRecord } from "../../../../model/eqr/record/record";
import { emptySummary } from "../../../../model/eqr/record/summary";
import { digitsOf } from "../../../../model/tasks/sudoku/grid";
import { type Hint, hintOf, hintText } from "./hint";
import { emptyWork, type Work } from "./work";

/** All clues but for the first three cells. */
const PUZZLE = `...${"1".repeat(78)}`;
const GIVENS = digitsOf(PUZZLE);

/** Two starts; the second is the best. The decoded digits of the three open cells by iteration, of both. */
const DECODED = [
  [9, 9, 9],
  [2, 5, 7],
  [2, 6, 8],
  [4, 6, 8],
  [4, 6, 8],
  [4, 6, 8],
  [4, 6, 8],
] as const;

let record: RunRecord;

function runOf({ q = 3, residual = 1e-6, sure = [255, 255, 200] } = {}): RunRecord {
  const made = createRecord({ ...defaultRecipe(PUZZLE, "test"), breadth: 2 });
  DECODED.forEach((digits, k) => {
    const frame = { k, ...emptySummary(2, made.problem.grid) };
    frame.digits.fill(1);
    frame.confidence.fill(255);
    for (const t of [0, 1]) {
      frame.digits.set(digits, 81 * t);
      frame.confidence.set(sure, 81 * t);
      frame.residual[t] = k < 3 ? 0.1 : residual * (2 - t);
      frame.q[t] = q;
    }
    appendFrame(made, frame);
  });
  return made;
}

const ask = (work: Work = emptyWork(), of: RunRecord | null = record): Hint =>
  hintOf({ record: of, rule: "residual", givens: GIVENS, work });

const withDigits = (...digits: readonly number[]): Work => {
  const work = emptyWork();
  work.digits.set(digits);
  return work;
};

beforeEach(() => {
  record = runOf();
});

describe("a hint", () => {
  it("is the surest open cell, of equally sure ones the one decided first", () => {
    expect(ask()).toEqual({ kind: "cell", cell: 1, digit: 6, sure: 1, since: 2, weighed: [5, 6] });
    expect(ask(withDigits(0, 6))).toMatchObject({ cell: 0, digit: 4, since: 3, weighed: [2, 4] });
    expect(ask(withDigits(4, 6))).toMatchObject({ cell: 2, digit: 8, sure: 200 / 255 });
  });

  it("is refused where the network believes nothing", () => {
    expect(ask(emptyWork(), null)).toMatchObject({ kind: "none", why: expect.stringContaining("not run") });
    expect(ask(emptyWork(), runOf({ residual: 0.1 }))).toMatchObject({ why: expect.stringContaining("come to rest") });
    expect(ask(emptyWork(), runOf({ q: -1 }))).toMatchObject({ why: expect.stringContaining("q is below 0") });
  });

  it("is refused where a digit contradicts it, and where nothing is open", () => {
    expect(ask(withDigits(0, 5))).toMatchObject({ why: expect.stringContaining("one of your digits contradicts") });
    expect(ask(withDigits(1, 5))).toMatchObject({ why: expect.stringContaining("2 of your digits contradict") });
    expect(ask(withDigits(4, 6, 8))).toMatchObject({ why: "Every cell is filled." });
  });

  it("gives away where, which digits and the digit, one after the other", () => {
    const hint = ask();
    const text = (["where", "which", "digit"] as const).map((strength) => hintText(hint, strength, "row 1 column 2"));
    expect(text[0]).toBe("The network is surest of row 1 column 2: 100 %, unchanged since iteration 2.");
    expect(text[1]).toBe("In row 1 column 2 its starts weighed 5 and 6; it believes in one of them.");
    expect(text[2]).toContain("row 1 column 2 is 6");
    expect(text[0]).not.toContain("6");
  });
});
