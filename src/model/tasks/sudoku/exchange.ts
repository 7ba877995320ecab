import { type Generated, rated, removeNeedless } from "./generate";
import { CELLS, type Digits, digitsOf, type Puzzle } from "./grid";
import { type Rng, randomInt } from "./random";
import { search } from "./search";

/** Without one of its clues a hard puzzle has a few hundred solutions at most; where it has more, another clue is tried. */
const MOST_SOLUTIONS = 400;
const EXCHANGES = { fewest: 2, most: 4, tries: 12 } as const;

/**
 * A minimal puzzle a few clues away from one with a single solution: 2 to 4 times a clue is taken out and another put in
 * that leaves one solution again, mostly another one, and what has become needless is dropped. Neighbours of hard
 * puzzles are hard far more often than puzzles at random. Undefined where no other puzzle was found.
 */
export function neighbourByExchange(puzzle: Puzzle, rng: Rng): Generated | undefined {
  const wanted = EXCHANGES.fewest + randomInt(rng, EXCHANGES.most - EXCHANGES.fewest + 1);
  let now: Exchanged | null = null;
  for (let tries = 0, made = 0; tries < EXCHANGES.tries && made < wanted; tries++) {
    const next = exchange(now?.digits ?? digitsOf(puzzle), rng);
    if (!next) continue;
    now = next;
    made++;
  }
  if (!now) return undefined;
  const made = rated(removeNeedless(now.digits, rng), now.solution);
  return made.puzzle === puzzle ? undefined : made;
}

interface Exchanged {
  readonly digits: Digits;
  readonly solution: Digits;
}

function exchange(puzzle: Digits, rng: Rng): Exchanged | null {
  const digits = puzzle.slice();
  const clues = [...digits.keys()].filter((cell) => digits[cell] !== 0);
  const taken = clues[randomInt(rng, clues.length)];
  if (taken === undefined) return null;
  digits[taken] = 0;
  const { solutions, end } = search(digits, { limit: MOST_SOLUTIONS });
  if (end !== "exhausted") return null;
  const telling = tellingClues(digits, solutions);
  const chosen = telling[randomInt(rng, telling.length)];
  if (!chosen) return null;
  digits[chosen.cell] = chosen.solution[chosen.cell] as number;
  return { digits, solution: chosen.solution };
}

/** Every blank cell and solution whose digit there no other solution has: as a clue, it leaves that one alone. */
function tellingClues(digits: Digits, solutions: readonly Digits[]): { cell: number; solution: Digits }[] {
  return Array.from({ length: CELLS }, (_, cell) => cell)
    .filter((cell) => digits[cell] === 0)
    .flatMap((cell) => {
      const holders = Array.from({ length: 10 }, () => [] as Digits[]);
      for (const solution of solutions) holders[solution[cell] as number]?.push(solution);
      return holders.flatMap(([first, ...others]) => (first && others.length === 0 ? [{ cell, solution: first }] : []));
    });
}
