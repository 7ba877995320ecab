import { type Generated, rated, removeNeedless } from "./generate";
import { type Digits, digitsOf, type Puzzle } from "./grid";
import { type Rng, randomInt } from "./random";
import { search } from "./search";

/** Clues taken out at most, and how many more than those may be added. */
const MOST_TAKEN = 3;
const MOST_MORE = 2;

/**
 * A minimal puzzle with one solution near another one, by a fast exchange: one to three clues are taken out and the rest is
 * completed to a random solution; while a second solution is found, a clue is added in a random cell where the two differ,
 * at most two more than were taken; then needless clues are dropped. Undefined where that was not enough, or made the same
 * puzzle again.
 */
export function nearPuzzle(puzzle: Puzzle, rng: Rng): Generated | undefined {
  const digits = digitsOf(puzzle);
  const taken = 1 + randomInt(rng, MOST_TAKEN);
  const clues = cellsWhere(digits, (digit) => digit !== 0);
  for (let left = taken; left > 0 && clues.length > 0; left--)
    digits[clues.splice(randomInt(rng, clues.length), 1)[0] as number] = 0;
  const [solution] = search(digits, { limit: 1, rng }).solutions;
  if (!solution) return undefined;
  for (let added = 0; ; added++) {
    const other = otherSolution(digits, solution, rng);
    if (!other) break;
    if (added === taken + MOST_MORE) return undefined;
    const apart = cellsWhere(solution, (digit, cell) => digit !== other[cell]);
    const cell = apart[randomInt(rng, apart.length)] as number;
    digits[cell] = solution[cell] as number;
  }
  const made = rated(removeNeedless(digits, rng), solution);
  return made.puzzle === puzzle ? undefined : made;
}

function otherSolution(digits: Digits, solution: Digits, rng: Rng): Digits | undefined {
  const { solutions } = search(digits, { limit: 2, rng });
  return solutions.find((grid) => grid.some((digit, cell) => digit !== solution[cell]));
}

function cellsWhere(digits: Digits, is: (digit: number, cell: number) => boolean): number[] {
  return [...digits.keys()].filter((cell) => is(digits[cell] as number, cell));
}
