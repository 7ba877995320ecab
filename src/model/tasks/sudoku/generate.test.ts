import { describe, expect, it } from "vitest";
import { climb, generateForDifficulty, hardPuzzle, minimalPuzzle, puzzleWithClues, randomSolution } from "./generate";
import { clueCount, digitsOf, puzzleOf } from "./grid";
import { seededRng } from "./random";
import { DIFFICULTIES, difficultyOf, rate } from "./rate";
import { isValidGrid } from "./rules";
import { solve } from "./solve";

const expectMinimal = (puzzle: string): void => {
  const digits = digitsOf(puzzle);
  expect(solve(digits).kind).toBe("unique");
  digits.forEach((digit, cell) => {
    if (digit !== 0) expect(solve(digits.with(cell, 0)).kind).toBe("several");
  });
};

describe("randomSolution", () => {
  it("is a full valid grid, another one each time", () => {
    const rng = seededRng("grids");
    const grids = Array.from({ length: 200 }, () => randomSolution(rng));
    expect(grids.every(isValidGrid)).toBe(true);
    expect(new Set(grids.map(puzzleOf)).size).toBe(200);
  });

  it("has every digit in the last cell about equally often", () => {
    const rng = seededRng("last cell");
    const counts = Array(10).fill(0);
    for (let round = 0; round < 2700; round++) counts[randomSolution(rng)[80] as number]++;
    for (const count of counts.slice(1)) expect(Math.abs(count - 300)).toBeLessThan(90);
  });
});

describe("minimalPuzzle", () => {
  it("has one solution, none of its clues is needless, and its rating is right", () => {
    const rng = seededRng("minimal");
    for (let round = 0; round < 40; round++) {
      const { puzzle, solution, rating } = minimalPuzzle(rng);
      expectMinimal(puzzle);
      expect(solve(puzzle)).toEqual({ kind: "unique", solution, guesses: rating });
    }
  });

  it("is the same for the same seed", () => {
    expect(minimalPuzzle(seededRng("same"))).toEqual(minimalPuzzle(seededRng("same")));
  });
});

describe("puzzleWithClues", () => {
  it("stops removing at the number of clues", () => {
    const { puzzle } = puzzleWithClues(seededRng(3), 40);
    expect(clueCount(puzzle)).toBe(40);
    expect(solve(puzzle).kind).toBe("unique");
  });
});

describe("hardPuzzle", () => {
  it("climbs to the rating, and stays minimal and unique", () => {
    const { puzzle, solution, rating } = hardPuzzle(seededRng("hard"), { minRating: 15, maxSteps: 1000 });
    expect(rating).toBeGreaterThanOrEqual(15);
    expect(solve(puzzle)).toEqual({ kind: "unique", solution, guesses: rating });
    expectMinimal(puzzle);
  });

  it("returns the best it saw when the steps or the time run out", () => {
    const { rating, puzzle } = hardPuzzle(seededRng(1), { minRating: 100_000, maxSteps: 20 });
    expect(rating).toBe(rate(puzzle));
    const start = minimalPuzzle(seededRng(1));
    expect(hardPuzzle(seededRng(1), { minRating: 100_000, maxSteps: 1e9, deadline: () => true })).toEqual(start);
  });
});

describe("climb", () => {
  it("moves only to minimal puzzles, and never loses more than the slack allows", () => {
    const rng = seededRng("climb");
    let before = minimalPuzzle(rng);
    let moves = 0;
    for (const step of climb(rng, before, { maxSteps: 60, slack: 0.9 })) {
      expect(step.rating).toBeGreaterThanOrEqual(before.rating * 0.1 - 1e-9);
      if (moves++ % 10 === 0) expectMinimal(step.puzzle);
      before = step;
    }
    expect(moves).toBeGreaterThan(10);
  });
});

describe("generateForDifficulty", () => {
  it.each(DIFFICULTIES)("makes %s puzzles with one solution", (difficulty) => {
    for (let seed = 0; seed < 3; seed++) {
      const made = generateForDifficulty(seededRng(seed), difficulty);
      expect(made.difficulty).toBe(difficulty);
      expect(difficultyOf(made)).toBe(difficulty);
      expect(solve(made.puzzle)).toEqual({ kind: "unique", solution: made.solution, guesses: made.rating });
    }
  });

  it("says what it reached when time runs out", () => {
    const made = generateForDifficulty(seededRng(1), "extreme", () => true);
    expect(made.difficulty).toBe(difficultyOf(made));
    expect(made.difficulty).not.toBe("extreme");
  });
});
