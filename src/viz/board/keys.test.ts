import { describe, expect, it } from "vitest";
import { arePeers, movedCell, typedDigit } from "./keys";

describe("movedCell", () => {
  it("moves by one and stops at the edges", () => {
    expect(movedCell(40, "ArrowUp", false)).toBe(31);
    expect(movedCell(40, "ArrowRight", false)).toBe(41);
    expect(movedCell(8, "ArrowRight", false)).toBe(8);
    expect(movedCell(4, "ArrowUp", false)).toBe(4);
    expect(movedCell(75, "ArrowDown", false)).toBe(75);
  });

  it("jumps to the ends of the row and of the grid", () => {
    expect(movedCell(40, "Home", false)).toBe(36);
    expect(movedCell(40, "End", false)).toBe(44);
    expect(movedCell(40, "Home", true)).toBe(0);
    expect(movedCell(40, "End", true)).toBe(80);
    expect(movedCell(40, "ArrowDown", true)).toBe(76);
  });

  it("leaves other keys alone", () => {
    expect(movedCell(40, "Tab", false)).toBeNull();
  });
});

describe("typedDigit", () => {
  it("tells digits from erasing and from the rest", () => {
    expect(["1", "9", "0", "Backspace", "Delete"].map(typedDigit)).toEqual([1, 9, 0, 0, 0]);
    expect(["a", "F1", "12", "Enter"].map(typedDigit)).toEqual([null, null, null, null]);
  });
});

describe("arePeers", () => {
  it("is row, column or box", () => {
    expect([arePeers(0, 8), arePeers(0, 72), arePeers(0, 20)]).toEqual([true, true, true]);
    expect([arePeers(0, 12), arePeers(26, 27), arePeers(2, 12)]).toEqual([false, false, false]);
    expect(Array.from({ length: 81 }, (_, cell) => arePeers(40, cell)).filter(Boolean)).toHaveLength(21);
  });
});
