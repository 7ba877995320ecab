import { describe, expect, it } from "vitest";
import { NINE, OBLONG } from "../testing";
import { movedCell, typedDigit } from "./keys";

const moved = (cell: number, key: string, ctrlKey: boolean, grid = NINE) => movedCell(grid, cell, { key, ctrlKey });

describe("movedCell", () => {
  it("moves by one and stops at the edges", () => {
    expect(moved(40, "ArrowUp", false)).toBe(31);
    expect(moved(40, "ArrowRight", false)).toBe(41);
    expect(moved(8, "ArrowRight", false)).toBe(8);
    expect(moved(4, "ArrowUp", false)).toBe(4);
    expect(moved(75, "ArrowDown", false)).toBe(75);
  });

  it("jumps to the ends of the row and of the grid", () => {
    expect(moved(40, "Home", false)).toBe(36);
    expect(moved(40, "End", false)).toBe(44);
    expect(moved(40, "Home", true)).toBe(0);
    expect(moved(40, "End", true)).toBe(80);
    expect(moved(40, "ArrowDown", true)).toBe(76);
  });

  it("knows how many rows and columns there are", () => {
    expect(moved(5, "ArrowRight", false, OBLONG)).toBe(5);
    expect(moved(8, "ArrowUp", false, OBLONG)).toBe(2);
    expect(moved(20, "ArrowDown", false, OBLONG)).toBe(20);
    expect(moved(7, "End", true, OBLONG)).toBe(23);
  });

  it("leaves other keys alone", () => {
    expect(moved(40, "Tab", false)).toBeNull();
  });
});

const typed = (key: string, values = 9, code = "", shiftKey = false) =>
  typedDigit({ key, code, shiftKey, altKey: false }, values);

describe("typedDigit", () => {
  it("takes the digit row of every layout by its place, unless Shift is held", () => {
    const azerty = [..."&é\"'(-è_ç"].map((key, index) => typed(key, 9, `Digit${index + 1}`));
    expect(azerty).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(typed("à", 9, "Digit0")).toBe(0);
    expect([..."+ěščřžýáí"].map((key, index) => typed(key, 9, `Digit${index + 1}`))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect([typed("٥", 9, "Digit5"), typed("Process", 9, "Digit5")]).toEqual([5, 5]);
    expect([typed("!", 9, "Digit1", true), typed("1", 9, "Digit1", true)]).toEqual([null, 1]);
    expect([typed("End", 9, "Numpad1"), typed("7", 9, "Numpad7"), typed("５")]).toEqual([null, 7, 5]);
  });

  it("tells digits from erasing and from the rest", () => {
    expect(["1", "9", "0", "Backspace", "Delete"].map((key) => typed(key))).toEqual([1, 9, 0, 0, 0]);
    expect(["a", "F1", "12", "Enter"].map((key) => typed(key))).toEqual([null, null, null, null]);
  });

  it("takes no digit that is no value", () => {
    expect([typed("6", 6), typed("7", 6)]).toEqual([6, null]);
  });
});
