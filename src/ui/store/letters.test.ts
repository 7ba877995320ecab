import { expect, it } from "vitest";
import { namesOf, tagOf } from "../../model/analysis/gridTags";
import { type Letters, tagsOf, withFound, withNames } from "./letters";

const grid = (value: number) => ({ digits: new Uint8Array(4).fill(value), valid: true });
const here = { puzzle: "1..." };

it("keeps the letters of each puzzle apart", () => {
  const letters = withFound(withFound(new Map(), here, [grid(1), grid(2)]), { puzzle: "2..." }, [grid(2)]);
  expect(tagOf(tagsOf(letters, here), grid(2).digits)?.letter).toBe("B");
  expect(tagOf(tagsOf(letters, { puzzle: "2..." }), grid(2).digits)?.letter).toBeNull();
  expect(tagsOf(letters, { ...here, task: "another" }).size).toBe(0);
});

it("takes over the letters of a link, and gives what is known here alone the next ones", () => {
  const there = tagsOf(withFound(new Map(), here, [grid(1), grid(2)]), here);
  const mine = withFound(new Map(), here, [grid(3), grid(2)]);
  const tags = tagsOf(withNames(mine, here, namesOf(there)), here);
  expect([2, 3].map((value) => tagOf(tags, grid(value).digits)?.letter)).toEqual(["B", "C"]);
  expect(tagOf(tagsOf(withFound(new Map([["" + " 1...", tags]]), here, [grid(1)]), here), grid(1).digits)?.letter).toBe(
    "A",
  );
});

it("is the same value where nothing is new, so that nothing is drawn anew", () => {
  const letters = withFound(new Map(), here, [grid(1)]);
  expect(withFound(letters, here, [grid(1)])).toBe(letters);
});

it("forgets the puzzle that was looked at longest ago, and no other", () => {
  let letters: Letters = new Map();
  for (let i = 0; i < 70; i++) letters = withFound(letters, { puzzle: String(i) }, [grid(1)]);
  expect(letters.size).toBe(64);
  expect(tagsOf(letters, { puzzle: "69" }).size).toBe(1);
  expect(tagsOf(letters, { puzzle: "0" }).size).toBe(0);
});
