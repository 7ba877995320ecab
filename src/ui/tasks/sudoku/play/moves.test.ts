import { describe, expect, it } from "vitest";
import { valuesOf } from "../../../../viz/board/own";
import { type Move, moved } from "./moves";
import { emptyWork, type Work } from "./work";

const CLUES = new Uint8Array(81);
CLUES[0] = 5;

const played = (...moves: readonly Move[]): Work => moves.reduce((work, move) => moved(work, CLUES, move), emptyWork());

describe("a move", () => {
  it("enters a digit into open cells and takes it away again, never into a clue", () => {
    const move: Move = { cells: [0, 1, 2], entry: "digit", value: 4 };
    expect([...played(move).digits.subarray(0, 3)]).toEqual([0, 4, 4]);
    expect(played(move, move).digits.some(Boolean)).toBe(false);
    expect(played(move, { ...move, cells: [1], value: 6 }).digits[1]).toBe(6);
  });

  it("toggles marks where all of the cells have them, and not under digits", () => {
    const corner: Move = { cells: [1, 2], entry: "corner", value: 3 };
    const half = played({ ...corner, cells: [1] }, corner);
    expect([half.corner[1], half.corner[2]].map((mask) => valuesOf(mask ?? 0))).toEqual(["3", "3"]);
    expect([...played(corner, corner).corner].every((mask) => mask === 0)).toBe(true);
    const under = played({ cells: [1], entry: "digit", value: 9 }, { ...corner, entry: "centre" });
    expect([under.centre[1], under.centre[2]]).toEqual([0, 4]);
  });

  it("colours clues too", () => {
    const blue: Move = { cells: [0, 1], entry: "colour", value: 6 };
    expect([...played(blue).colours.subarray(0, 3)]).toEqual([6, 6, 0]);
    expect(played(blue, blue).colours[0]).toBe(0);
  });

  it("erases digits first, then marks, then colours, and then nothing", () => {
    const full = played(
      { cells: [1], entry: "corner", value: 1 },
      { cells: [1], entry: "colour", value: 2 },
      { cells: [1], entry: "digit", value: 8 },
    );
    const erase: Move = { cells: [1], entry: "digit", value: 0 };
    const first = moved(full, CLUES, erase);
    expect([first.digits[1], first.corner[1], first.colours[1]]).toEqual([0, 1, 2]);
    const second = moved(first, CLUES, erase);
    expect([second.corner[1], second.colours[1]]).toEqual([0, 2]);
    const third = moved(second, CLUES, erase);
    expect(third.colours[1]).toBe(0);
    expect(moved(third, CLUES, erase)).toBe(third);
  });

  it("changes no work that it was given", () => {
    const before = emptyWork();
    moved(before, CLUES, { cells: [3], entry: "digit", value: 3 });
    expect(before).toEqual(emptyWork());
  });
});
