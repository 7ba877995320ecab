import { CELLS, type Digits } from "./grid";
import { ALL, bitCount, loadGivens, masks, PLACED, place, placeSingles, strike } from "./propagate";
import { type Rng, randomInt } from "./random";
import { strikeBySubsets } from "./subsets";

/**
 * The search under the solver, the rating and the generator: naked and hidden singles until none is left, then a
 * guess at the first cell with the fewest candidates. A digit found wrong is struck out and the singles run again.
 */
export interface SearchOptions {
  /** Stop after this many solutions. */
  limit: number;
  /** Stop before making more than this many guesses. */
  maxGuesses?: number;
  /** Asked every few guesses; true stops the search. It must not start another search. */
  deadline?: () => boolean;
  /** Looks for subsets too before each guess (see subsets.ts). */
  subsets?: boolean;
  /** Tries a cell's candidates in random order instead of ascending. */
  rng?: Rng;
}

export interface SearchResult {
  /** Full grids, in the order found. */
  solutions: Digits[];
  /** Digits tried because no single was left. */
  guesses: number;
  /** Why it ended: everything seen, `limit` solutions found, or out of guesses or time. */
  end: "exhausted" | "limit" | "stopped";
}

/** Searches for the solutions of 81 digits (0 = blank). Givens that break a rule have no solution. */
export function search(digits: Digits, options: SearchOptions): SearchResult {
  begin(options);
  if (loadGivens(digits, -1)) descend(0);
  return { solutions, guesses, end: stopped ? "stopped" : solutions.length >= options.limit ? "limit" : "exhausted" };
}

/**
 * Whether the grid, with the digit at `cell` taken away, has a solution that holds another digit there.
 * For a grid known to be unique this tells whether the clue is needed, and costs half of counting to two.
 */
export function clueIsNeeded(digits: Digits, cell: number): boolean {
  begin({ limit: 1 });
  if (!loadGivens(digits, cell)) return false;
  if (!strike(0, cell, 1 << ((digits[cell] as number) - 1))) return false;
  descend(0);
  return solutions.length > 0;
}

const DEADLINE_EVERY = 64;

// The state of the one search that runs; see propagate.ts for why it is the module's.
let solutions: Digits[] = [];
let guesses = 0;
let stopped = false;
let settings: SearchOptions = { limit: 1 };
let maxGuesses = Number.POSITIVE_INFINITY;

function begin(options: SearchOptions): void {
  solutions = [];
  guesses = 0;
  stopped = false;
  settings = options;
  maxGuesses = options.maxGuesses ?? Number.POSITIVE_INFINITY;
}

/** Explores everything below one depth. True when the search is over. */
function descend(depth: number): boolean {
  const base = depth * CELLS;
  for (;;) {
    if (!placeSingles(base)) return false;
    if (settings.subsets && !strikeBySubsets(base)) return false;
    const cell = openCell(base);
    if (cell < 0) return keepSolution(base);
    if (outOfBudget()) return true;
    guesses++;
    const bit = chooseBit(masks[base + cell] as number);
    const next = base + CELLS;
    masks.copyWithin(next, base, next);
    if (place(next, cell, bit) && descend(depth + 1)) return true;
    if (!strike(base, cell, bit)) return false;
  }
}

/** The first open cell with the fewest candidates, or -1 when all are placed. */
function openCell(base: number): number {
  let best = -1;
  let fewest = 10;
  for (let cell = 0; cell < CELLS; cell++) {
    const mask = masks[base + cell] as number;
    if (mask >= PLACED) continue;
    const count = bitCount[mask] as number;
    if (count >= fewest) continue;
    best = cell;
    if (count === 2) break;
    fewest = count;
  }
  return best;
}

function chooseBit(mask: number): number {
  let rest = mask;
  const { rng } = settings;
  if (rng) for (let skip = randomInt(rng, bitCount[mask] as number); skip > 0; skip--) rest &= rest - 1;
  return rest & -rest;
}

function outOfBudget(): boolean {
  stopped = guesses >= maxGuesses || (guesses % DEADLINE_EVERY === 0 && settings.deadline?.() === true);
  return stopped;
}

function keepSolution(base: number): boolean {
  const solution = new Uint8Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) solution[cell] = 32 - Math.clz32((masks[base + cell] as number) & ALL);
  solutions.push(solution);
  return solutions.length >= settings.limit;
}
