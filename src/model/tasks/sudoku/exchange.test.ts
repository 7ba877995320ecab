import { describe, expect, it } from "vitest";
import { neighbourByExchange } from "./exchange";
import { type Generated, hardPuzzle } from "./generate";
import { digitsOf, type Puzzle } from "./grid";
import { seededRng } from "./random";
import { clueIsNeeded } from "./search";
import { solve } from "./solve";

const FROM = hardPuzzle(seededRng("from"), { minRating: 25, maxSteps: 2000 });

function neighbours(count: number, seed: string): Generated[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, () => neighbourByExchange(FROM.puzzle, rng)).filter(
    (made) => made !== undefined,
  );
}

const shared = (a: Puzzle, b: Puzzle) => [...a].filter((clue, cell) => clue !== "." && clue === b[cell]).length;

describe("neighbourByExchange", () => {
  it("makes minimal puzzles with one solution and the rating that it says", () => {
    for (const { puzzle, solution, rating } of neighbours(20, "minimal")) {
      expect(solve(puzzle)).toEqual({ kind: "unique", solution, guesses: rating });
      const digits = digitsOf(puzzle);
      for (const cell of digits.keys()) if (digits[cell]) expect(clueIsNeeded(digits, cell)).toBe(true);
    }
  });

  it("keeps most clues, never all, and is hard more often than chance", () => {
    const made = neighbours(40, "hard");
    expect(made.length).toBeGreaterThan(30);
    for (const { puzzle } of made) expect(puzzle).not.toBe(FROM.puzzle);
    const kept = made.map(({ puzzle }) => shared(puzzle, FROM.puzzle) / shared(FROM.puzzle, FROM.puzzle));
    expect(kept.reduce((a, b) => a + b) / kept.length).toBeGreaterThan(0.7);
    // Of minimal puzzles at random about one in a hundred needs so many guesses.
    expect(made.filter(({ rating }) => rating >= 10).length / made.length).toBeGreaterThan(0.2);
  });

  it("is the same for the same seed", () => {
    expect(neighbours(3, "same")).toEqual(neighbours(3, "same"));
  });

  it("has nothing to give where no clue can be told apart", () => {
    expect(neighbourByExchange(".".repeat(81) as Puzzle, seededRng(1))).toBeUndefined();
  });
});
