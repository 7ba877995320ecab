import { CELLS, clueCount, type Digits, digitsOf, type Puzzle, puzzleOf } from "./grid";
import { type Rng, randomInt, shuffle } from "./random";
import { DIFFICULTY_RATINGS, type Difficulty, difficultyOf, rate } from "./rate";
import { clueIsNeeded, search } from "./search";

/** A puzzle with its only solution and its rating in guesses (see rate.ts). */
export interface Generated {
  puzzle: Puzzle;
  solution: Puzzle;
  rating: number;
}

/** A random full grid. Every grid can come up; they are not exactly equally likely. */
export function randomSolution(rng: Rng): Digits {
  const digits = new Uint8Array(CELLS);
  // The three boxes of the diagonal do not see each other, so any filling of them can be completed.
  for (const corner of [0, 30, 60]) {
    shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9], rng).forEach((digit, k) => {
      digits[corner + Math.floor(k / 3) * 9 + (k % 3)] = digit;
    });
  }
  return anySolution(digits, rng);
}

/** A puzzle with one solution from which no clue can be taken: a random grid, clues removed in random order. */
export function minimalPuzzle(rng: Rng): Generated {
  const solution = randomSolution(rng);
  return rated(removeNeedless(solution, rng), solution);
}

/** A puzzle with about `clues` clues, or more where the solution would not stay unique; not minimal. */
export function puzzleWithClues(rng: Rng, clues: number): Generated {
  const solution = randomSolution(rng);
  return rated(removeNeedless(solution, rng, clues), solution);
}

export interface HardOptions {
  /** The climb ends at this rating. */
  minRating: number;
  /** The climb ends after this many steps (about a millisecond each). */
  maxSteps: number;
  /** The climb ends when this answers true. */
  deadline?: () => boolean;
}

export interface ClimbOptions {
  maxSteps: number;
  /** How much of its rating a step may lose, 0 (never downhill) to 1 (a random walk). */
  slack?: number;
}

/** Climbs to a minimal puzzle of a rating. Compare `rating` with `minRating`: the best seen is returned either way. */
export function hardPuzzle(rng: Rng, { minRating, maxSteps, deadline }: HardOptions): Generated {
  let best = minimalPuzzle(rng);
  const steps = climb(rng, best, { maxSteps });
  while (best.rating < minRating && !deadline?.()) {
    const { value, done } = steps.next();
    if (done) break;
    if (value.rating > best.rating) best = value;
  }
  return best;
}

/** Walks uphill over minimal puzzles: yields each puzzle it moves to, over `maxSteps` tries. */
export function* climb(rng: Rng, start: Generated, { maxSteps, slack = 0.3 }: ClimbOptions): Generator<Generated> {
  let current = start;
  for (let step = 0; step < maxSteps; step++) {
    const next = neighbour(current.puzzle, rng);
    // Small losses are accepted, or the walk would stay on the first summit.
    if (next.rating < current.rating * (1 - slack * rng())) continue;
    current = next;
    yield current;
  }
}

/**
 * A puzzle of the difficulty, typically in well under a second. A deadline that answers true, or bad luck in an
 * extreme climb, can leave it short: `difficulty` and `rating` say what was reached.
 */
export function generateForDifficulty(
  rng: Rng,
  difficulty: Difficulty,
  deadline: () => boolean = () => false,
): Generated & { difficulty: Difficulty } {
  let best = attempt(rng, difficulty, deadline);
  for (let tries = 1; tries < MAX_TRIES && difficultyOf(best) !== difficulty && !deadline(); tries++) {
    const next = attempt(rng, difficulty, deadline);
    if (difficultyOf(next) === difficulty || next.rating > best.rating) best = next;
  }
  return { ...best, difficulty: difficultyOf(best) };
}

const MAX_TRIES = 200;
const EASY_CLUES = 36;

function attempt(rng: Rng, difficulty: Difficulty, deadline: () => boolean): Generated {
  if (difficulty === "easy") return puzzleWithClues(rng, EASY_CLUES);
  if (difficulty !== "extreme") return minimalPuzzle(rng);
  return hardPuzzle(rng, { minRating: DIFFICULTY_RATINGS.extreme, maxSteps: 300, deadline });
}

/** Takes one to three clues away, adds clues until one solution is left (maybe another one), and drops the needless. */
function neighbour(puzzle: Puzzle, rng: Rng): Generated {
  const digits = digitsOf(puzzle);
  for (let removed = 1 + randomInt(rng, 3); removed > 0; removed--) digits[randomClue(digits, rng)] = 0;
  const solution = anySolution(digits, rng);
  for (;;) {
    const others = search(digits, { limit: 2, rng }).solutions.filter((grid) => !sameDigits(grid, solution));
    const [other] = others;
    if (!other) break;
    const telling = [...solution.keys()].filter((cell) => solution[cell] !== other[cell]);
    const cell = telling[randomInt(rng, telling.length)] as number;
    digits[cell] = solution[cell] as number;
  }
  return rated(removeNeedless(digits, rng), solution);
}

/** Removes clues in random order while the solution stays unique, down to `fewest` clues or a minimal puzzle. */
export function removeNeedless(unique: Digits, rng: Rng, fewest = 0): Digits {
  const digits = unique.slice();
  let clues = clueCount(digits);
  for (const cell of shuffle([...digits.keys()], rng)) {
    if (clues <= fewest) break;
    if (digits[cell] === 0 || clueIsNeeded(digits, cell)) continue;
    digits[cell] = 0;
    clues--;
  }
  return digits;
}

function randomClue(digits: Digits, rng: Rng): number {
  for (;;) {
    const cell = randomInt(rng, CELLS);
    if (digits[cell] !== 0) return cell;
  }
}

function anySolution(digits: Digits, rng: Rng): Digits {
  const [solution] = search(digits, { limit: 1, rng }).solutions;
  if (!solution) throw new Error("a grid that had to have a solution has none");
  return solution;
}

export function rated(digits: Digits, solution: Digits): Generated {
  const rating = rate(digits);
  if (rating === undefined) throw new Error("a puzzle that had to be unique is not");
  return { puzzle: puzzleOf(digits), solution: puzzleOf(solution), rating };
}

function sameDigits(a: Digits, b: Digits): boolean {
  return a.every((digit, cell) => digit === b[cell]);
}
