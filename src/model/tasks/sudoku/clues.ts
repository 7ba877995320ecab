import { CELLS, type Puzzle } from "./grid";
import { seededRng, shuffle } from "./random";

/**
 * A ladder of puzzles: `rung(n)` is the puzzle with n clues. Below its own number clues are taken away, above it digits of
 * the solution are added, each time one cell more in an order that follows from the puzzle alone, so that a rung holds
 * every clue of the rungs below it.
 */
export function clueLadder(puzzle: Puzzle, solution: Puzzle): { readonly clues: number; rung(n: number): Puzzle } {
  const cells = shuffle(
    Array.from({ length: CELLS }, (_, cell) => cell),
    seededRng(puzzle),
  );
  const given = cells.filter((cell) => puzzle[cell] !== ".");
  const order = [...given, ...cells.filter((cell) => puzzle[cell] === ".")];
  return {
    clues: given.length,
    rung(n) {
      const shown = new Set(order.slice(0, n));
      return Array.from({ length: CELLS }, (_, cell) => (shown.has(cell) ? (solution[cell] ?? ".") : ".")).join("");
    },
  };
}
