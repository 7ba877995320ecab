import { describe, expect, it } from "vitest";
import { boxOf, clueCount, digitsOf, isPuzzle, PEERS, puzzleOf, UNITS } from "./grid";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

describe("grid", () => {
  it("has 27 units of nine cells, and every cell in three of them", () => {
    expect(UNITS.map((unit) => unit.length)).toEqual(Array(27).fill(9));
    for (let cell = 0; cell < 81; cell++) expect(UNITS.filter((unit) => unit.includes(cell))).toHaveLength(3);
    expect(UNITS[0]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(UNITS[9 + 8]).toEqual([8, 17, 26, 35, 44, 53, 62, 71, 80]);
    expect(UNITS[18 + 4]).toEqual([30, 31, 32, 39, 40, 41, 48, 49, 50]);
  });

  it("gives every cell its 20 peers, and being peers is mutual", () => {
    PEERS.forEach((peers, cell) => {
      expect(new Set(peers).size).toBe(20);
      expect(peers).not.toContain(cell);
      for (const peer of peers) expect(PEERS[peer]).toContain(cell);
    });
    expect([8, 72, 20].map((cell) => PEERS[0]?.includes(cell))).toEqual([true, true, true]);
    expect([PEERS[0]?.includes(12), PEERS[26]?.includes(27), PEERS[2]?.includes(12)]).toEqual([false, false, false]);
  });

  it("numbers boxes in reading order", () => {
    expect([0, 8, 40, 60, 80].map(boxOf)).toEqual([0, 2, 4, 8, 8]);
  });

  it("turns text into digits and back", () => {
    const digits = digitsOf(WIKIPEDIA);
    expect([...digits.slice(0, 9)]).toEqual([5, 3, 0, 0, 7, 0, 0, 0, 0]);
    expect(puzzleOf(digits)).toBe(WIKIPEDIA);
    expect(clueCount(WIKIPEDIA)).toBe(30);
    expect(clueCount(digits)).toBe(30);
  });

  it("takes nothing but 81 characters of 1-9 and '.'", () => {
    expect(isPuzzle(WIKIPEDIA)).toBe(true);
    for (const text of ["", WIKIPEDIA.slice(1), `${WIKIPEDIA}.`, `0${WIKIPEDIA.slice(1)}`, `${WIKIPEDIA}\n`]) {
      expect(isPuzzle(text)).toBe(false);
      expect(() => digitsOf(text)).toThrow(RangeError);
    }
  });
});
