import { type Digits, digitsOf, type Puzzle, puzzleOf } from "./grid";
import { type Conflict, conflicts } from "./rules";
import { search } from "./search";

export interface SolveOptions {
  /** How many solutions to look for; at least 2, so that "unique" is always proven. */
  limit?: number;
  /** Asked every few guesses; true ends the search. */
  deadline?: () => boolean;
  /** Guesses after which the search ends. */
  maxNodes?: number;
}

/**
 * What there is to say about a puzzle:
 * - conflict: its givens break a rule outright;
 * - none: no rule is broken yet, but no grid completes it;
 * - unique: exactly one solution; `guesses` is its rating;
 * - several: `solutions` holds up to `limit` of them; `exact` tells whether that is all there are;
 * - timeout: ended early, with `found` (0 or 1) solutions seen by then.
 */
export type SolveResult =
  | { kind: "conflict"; conflicts: Conflict[] }
  | { kind: "none" }
  | { kind: "unique"; solution: Puzzle; guesses: number }
  | { kind: "several"; solutions: Puzzle[]; atLeast: number; exact: boolean }
  | { kind: "timeout"; found: number };

/** Solves a puzzle of 81 characters or digits. Throws a RangeError only for text that is no 81-cell grid. */
export function solve(puzzle: Puzzle | Digits, options: SolveOptions = {}): SolveResult {
  const digits = typeof puzzle === "string" ? digitsOf(puzzle) : puzzle;
  const broken = conflicts(digits);
  if (broken.length > 0) return { kind: "conflict", conflicts: broken };

  const limit = Math.max(2, options.limit ?? 2);
  const { solutions, guesses, end } = searchTwice(digits, limit, options);
  const [first] = solutions;
  if (solutions.length > 1) {
    const exact = end === "exhausted";
    return { kind: "several", solutions: solutions.map(puzzleOf), atLeast: solutions.length, exact };
  }
  if (end === "stopped") return { kind: "timeout", found: solutions.length };
  return first ? { kind: "unique", solution: puzzleOf(first), guesses } : { kind: "none" };
}

// The hardest known puzzles with one solution take under a thousand guesses.
const GUESSES_BY_SINGLES = 5000;

/** Singles and guesses, which are fastest on nearly all puzzles; with subsets where those lead nowhere. */
function searchTwice(digits: Digits, limit: number, { deadline, maxNodes = Number.POSITIVE_INFINITY }: SolveOptions) {
  const first = search(digits, { limit, deadline, maxGuesses: Math.min(maxNodes, GUESSES_BY_SINGLES) });
  if (first.end !== "stopped" || first.guesses < GUESSES_BY_SINGLES || maxNodes <= GUESSES_BY_SINGLES) return first;
  // Where there are many solutions, subsets only slow the counting down.
  const subsets = first.solutions.length < 2;
  const second = search(digits, { limit, deadline, maxGuesses: maxNodes, subsets });
  return second.solutions.length < first.solutions.length ? first : second;
}
