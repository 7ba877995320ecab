import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bruteForce } from "./bruteForce.testing";
import { minimalPuzzle, randomSolution } from "./generate";
import { digitsOf, puzzleOf } from "./grid";
import { seededRng, shuffle } from "./random";
import { extendsPuzzle, isValidGrid } from "./rules";
import { clueIsNeeded, search } from "./search";
import { solve } from "./solve";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const INKALA = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
const EMPTY = ".".repeat(81);

/** A full grid with some cells blanked, and one other digit changed or not: with none, one or several solutions. */
const grids = fc
  .record({ seed: fc.integer(), blanks: fc.integer({ min: 0, max: 48 }), spoilt: fc.boolean() })
  .map(({ seed, blanks, spoilt }) => {
    const rng = seededRng(seed);
    const digits = randomSolution(rng);
    const cells = shuffle([...digits.keys()], rng);
    for (const cell of cells.slice(0, blanks)) digits[cell] = 0;
    const victim = cells[80];
    if (spoilt && victim !== undefined) digits[victim] = ((digits[victim] ?? 0) % 9) + 1;
    return digits;
  });

const texts = (solutions: Uint8Array[]) => solutions.map(puzzleOf).sort();

describe("solve", () => {
  it("finds the only solution and how many guesses that took", () => {
    expect(solve(WIKIPEDIA)).toEqual({
      kind: "unique",
      solution: "534678912672195348198342567859761423426853791713924856961537284287419635345286179",
      guesses: 0,
    });
    expect(solve(INKALA)).toMatchObject({ kind: "unique", guesses: 160 });
  });

  it("names the rules the givens break", () => {
    expect(solve(`55${EMPTY.slice(2)}`)).toEqual({
      kind: "conflict",
      conflicts: [
        { kind: "row", unit: 1, digit: 5, cells: [0, 1] },
        { kind: "box", unit: 1, digit: 5, cells: [0, 1] },
      ],
    });
  });

  it("says when nothing completes the grid, though no rule is broken", () => {
    expect(solve(`12345678.........9${EMPTY.slice(18)}`)).toEqual({ kind: "none" });
  });

  it("proves that there is none where guessing on singles alone goes astray", () => {
    const impossible = ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4.........";
    expect(search(digitsOf(impossible), { limit: 1, maxGuesses: 20_000 }).end).toBe("stopped");
    expect(solve(impossible, { maxNodes: 20_000 })).toEqual({ kind: "none" });
  });

  it("counts up to the limit", () => {
    const result = solve(EMPTY, { limit: 1000 });
    expect(result).toMatchObject({ kind: "several", atLeast: 1000, exact: false });
    expect(result.kind === "several" && new Set(result.solutions).size).toBe(1000);
    expect(solve(EMPTY, { limit: 1 })).toMatchObject({ kind: "several", atLeast: 2 });
  });

  it("stops at the deadline or after so many guesses", () => {
    expect(solve(INKALA, { maxNodes: 3 })).toEqual({ kind: "timeout", found: 0 });
    expect(solve(INKALA, { deadline: () => true })).toEqual({ kind: "timeout", found: 0 });
    let asked = 0;
    expect(solve(INKALA, { deadline: () => ++asked > 2 }).kind).toBe("timeout");
    expect(asked).toBe(3);
    // Of solutions seen before the deadline it still tells.
    expect(solve(EMPTY, { limit: 1e9, maxNodes: 200 })).toMatchObject({ kind: "several", exact: false });
  });

  it("throws for text that is no grid", () => {
    expect(() => solve("123")).toThrow(RangeError);
  });

  it("finds the solutions that brute force finds, on grids with none, one and several", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(grids, (digits) => {
        const expected = bruteForce(digits, 51);
        const result = solve(digits, { limit: 51 });
        kinds.add(result.kind);
        if (result.kind === "several") {
          expect(result).toMatchObject({ atLeast: expected.length, exact: expected.length < 51 });
          if (result.exact) expect([...result.solutions].sort()).toEqual(texts(expected));
        } else if (result.kind === "unique") {
          expect([result.solution]).toEqual(texts(expected));
        } else if (result.kind === "none") {
          expect(expected).toEqual([]);
        } else {
          expect(result.kind).toBe("conflict");
        }
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(kinds).toEqual(new Set(["unique", "several", "none", "conflict"]));
  });
});

describe("search", () => {
  it("finds the same solutions with subsets, and with candidates in random order", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), (seed, removed) => {
        const rng = seededRng(seed);
        const digits = digitsOf(minimalPuzzle(rng).puzzle);
        for (const cell of shuffle([...digits.keys()], rng).slice(0, removed * 4)) digits[cell] = 0;
        const limit = 50;
        const plain = search(digits, { limit });
        if (plain.end === "limit") return;
        expect(texts(search(digits, { limit, subsets: true }).solutions)).toEqual(texts(plain.solutions));
        expect(texts(search(digits, { limit, rng }).solutions)).toEqual(texts(plain.solutions));
        for (const solution of plain.solutions) {
          expect(isValidGrid(solution) && extendsPuzzle(solution, digits)).toBe(true);
        }
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it("has no solution for givens that break a rule", () => {
    expect(search(digitsOf(`55${EMPTY.slice(2)}`), { limit: 2 })).toEqual({
      solutions: [],
      guesses: 0,
      end: "exhausted",
    });
  });

  it("leaves the givens as they were", () => {
    const digits = digitsOf(INKALA);
    search(digits, { limit: 2 });
    clueIsNeeded(digits, 0);
    expect(puzzleOf(digits)).toBe(INKALA);
  });
});

describe("clueIsNeeded", () => {
  it("tells for each clue whether the puzzle stays unique without it", () => {
    const digits = digitsOf(WIKIPEDIA);
    const clues = [...digits.keys()].filter((cell) => digits[cell] !== 0);
    const needed = clues.map((cell) => solve(digits.with(cell, 0)).kind !== "unique");
    expect(clues.map((cell) => clueIsNeeded(digits, cell))).toEqual(needed);
    expect(new Set(needed)).toEqual(new Set([true, false]));
  });
});
