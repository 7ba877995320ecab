import { expect, it } from "vitest";
import { type FoundGrid, gridKey, gridsOf, letterOf, NO_GRIDS, namesOf, tagOf, tagsNamed, withGrids } from "./gridTags";

const grid = (value: number, valid = true): FoundGrid => ({ digits: new Uint8Array(4).fill(value), valid });

it("numbers grids in the order in which they are found, and counts the hues of the valid ones apart", () => {
  const tags = withGrids(NO_GRIDS, [grid(7), grid(3, false), grid(7), grid(5)]);
  expect([7, 3, 5].map((value) => tagOf(tags, grid(value).digits))).toEqual([
    { number: 0, letter: "A", hue: 0 },
    { number: 1, letter: "B", hue: null },
    { number: 2, letter: "C", hue: 1 },
  ]);
  expect(tagOf(tags, grid(9).digits)).toBeNull();
});

it("needs no letter for the only grid", () => {
  expect([...withGrids(NO_GRIDS, [grid(7)]).values()]).toEqual([{ number: 0, letter: null, hue: 0 }]);
});

it("keeps what is known, whatever is found later and by whom", () => {
  const first = withGrids(NO_GRIDS, [grid(7), grid(3)]);
  const later = withGrids(first, [grid(1), grid(3), grid(7)]);
  expect([...later.values()].map(({ letter }) => letter)).toEqual(["A", "B", "C"]);
  expect(later.get(gridKey(grid(7).digits))).toBe(first.get(gridKey(grid(7).digits)));
  expect(withGrids(later, [grid(3), grid(1)])).toBe(later);
});

it("gives a hue to a grid that turns out valid for a puzzle beside", () => {
  const tags = withGrids(withGrids(NO_GRIDS, [grid(7, false), grid(3)]), [grid(7)]);
  expect([...tags.values()].map(({ hue }) => hue)).toEqual([1, 0]);
});

it("gives grids of another page the letters and hues that they have there, in whatever order they are found here", () => {
  const there = withGrids(NO_GRIDS, [grid(7), grid(3, false), grid(5), grid(1)]);
  const named = tagsNamed(namesOf(there));
  expect(tagOf(named, grid(5).digits)).toBeNull();
  const here = withGrids(named, [grid(5), grid(8), grid(7), grid(3, false)]);
  for (const value of [7, 3, 5]) expect(tagOf(here, grid(value).digits)).toEqual(tagOf(there, grid(value).digits));
  // A new one comes after all of them, and the one that was not found keeps its letter.
  expect(tagOf(here, grid(8).digits)).toEqual({ number: 4, letter: "E", hue: 3 });
  expect(namesOf(here).slice(0, 4)).toEqual(namesOf(there));
  expect(gridsOf(here).map(({ digits }) => digits[0])).toEqual([7, 3, 5, 8]);
});

it("names a single grid of another page by no letter", () => {
  expect([...tagsNamed(namesOf(withGrids(NO_GRIDS, [grid(7)]))).values()]).toEqual([
    { number: 0, letter: null, hue: 0 },
  ]);
});

it("goes on after Z as spreadsheets do", () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
});
