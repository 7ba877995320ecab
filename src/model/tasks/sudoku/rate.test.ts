import { describe, expect, it } from "vitest";
import { difficultyOf, rate } from "./rate";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const ESCARGOT = "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..";

describe("rate", () => {
  it("counts the guesses left over by singles, always the same", () => {
    expect(rate(WIKIPEDIA)).toBe(0);
    expect(rate(ESCARGOT)).toBe(71);
    expect(rate(ESCARGOT)).toBe(71);
  });

  it("rates only puzzles with one solution", () => {
    expect(rate(".".repeat(81))).toBeUndefined();
    expect(rate(`11${".".repeat(79)}`)).toBeUndefined();
  });

  it("gives up beyond a number of guesses", () => {
    expect(rate(ESCARGOT, 71)).toBe(71);
    expect(rate(ESCARGOT, 70)).toBeUndefined();
  });
});

describe("difficultyOf", () => {
  const withClues = (clues: number) => "1".repeat(clues).padEnd(81, ".");

  it("goes by guesses, and without any by clues", () => {
    expect(difficultyOf({ puzzle: withClues(30), rating: 0 })).toBe("easy");
    expect(difficultyOf({ puzzle: withClues(29), rating: 0 })).toBe("medium");
    expect(difficultyOf({ puzzle: withClues(40), rating: 1 })).toBe("hard");
    expect(difficultyOf({ puzzle: withClues(24), rating: 19 })).toBe("hard");
    expect(difficultyOf({ puzzle: withClues(24), rating: 20 })).toBe("extreme");
  });
});
