import { clueCount, type Digits, digitsOf, type Puzzle } from "./grid";
import { search } from "./search";

/**
 * A puzzle's rating: how many guesses the solver makes after running out of naked and hidden singles, over the whole
 * search, which ends with the proof that there is no second solution. It equals the number of dead ends met.
 * Ties go to the first cell and the lowest digit, so the same puzzle always has the same rating.
 * Returns undefined when the puzzle has no solution or several, or needs more than `maxGuesses`.
 */
export function rate(puzzle: Puzzle | Digits, maxGuesses = Number.POSITIVE_INFINITY): number | undefined {
  const digits = typeof puzzle === "string" ? digitsOf(puzzle) : puzzle;
  const { solutions, guesses, end } = search(digits, { limit: 2, maxGuesses });
  return end === "exhausted" && solutions.length === 1 ? guesses : undefined;
}

export const DIFFICULTIES = ["easy", "medium", "hard", "extreme"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** The lowest rating of the difficulties that are told by guesses. */
export const DIFFICULTY_RATINGS = { hard: 1, extreme: 20 } as const;

/** Without guesses, a puzzle with at least this many clues is easy and one with fewer is medium. */
const EASY_MIN_CLUES = 30;

/**
 * - easy: singles alone solve it and it has at least 30 clues;
 * - medium: singles alone solve it, from fewer clues;
 * - hard: 1 to 19 guesses;
 * - extreme: 20 guesses or more.
 */
export function difficultyOf({ puzzle, rating }: { puzzle: Puzzle; rating: number }): Difficulty {
  if (rating >= DIFFICULTY_RATINGS.extreme) return "extreme";
  if (rating >= DIFFICULTY_RATINGS.hard) return "hard";
  return clueCount(puzzle) >= EASY_MIN_CLUES ? "easy" : "medium";
}
