import { describe, expect, it } from "vitest";
import { type Generated, hardPuzzle } from "./generate";
import { clueCount, digitsOf, type Puzzle } from "./grid";
import { nearPuzzle } from "./near";
import { seededRng } from "./random";
import { clueIsNeeded } from "./search";
import { solve } from "./solve";

const FROM = hardPuzzle(seededRng("from"), { minRating: 25, maxSteps: 2000 });

/** `count` neighbours; most tries give none. */
function neighbours(count: number, seed: string): Generated[] {
  const rng = seededRng(seed);
  const made: Generated[] = [];
  for (let tries = 0; made.length < count && tries < 100 * count; tries++) {
    const next = nearPuzzle(FROM.puzzle, rng);
    if (next) made.push(next);
  }
  return made;
}

const shared = (a: Puzzle, b: Puzzle) => [...a].filter((clue, cell) => clue !== "." && clue === b[cell]).length;

describe("nearPuzzle", () => {
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
    // Three clues are taken and five added at most, before the needless go.
    for (const { puzzle } of made) expect(clueCount(puzzle)).toBeLessThanOrEqual(clueCount(FROM.puzzle) + 2);
    const kept = made.map(({ puzzle }) => shared(puzzle, FROM.puzzle) / shared(FROM.puzzle, FROM.puzzle));
    expect(kept.reduce((a, b) => a + b) / kept.length).toBeGreaterThan(0.7);
    // Of minimal puzzles at random about one in a hundred needs so many guesses.
    expect(made.filter(({ rating }) => rating >= 10).length / made.length).toBeGreaterThan(0.2);
  });

  it("is the same for the same seed", () => {
    expect(neighbours(3, "same")).toEqual(neighbours(3, "same"));
  });

  it("gives none where so few clues cannot leave one solution", () => {
    expect(nearPuzzle(".".repeat(81) as Puzzle, seededRng(1))).toBeUndefined();
  });
});
