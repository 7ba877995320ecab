import { expect, it } from "vitest";
import { recordOf } from "../../model/eqr/fixtures/record";
import { selectionsAt } from "../../model/eqr/recipe/selection";
import { agreement, choicesAt } from "./agreement";

/** A record of four starts: what they decode to, their residuals and q. */
function choices(digits: number[], residuals: number[], q: number[], k = 5) {
  const record = recordOf({ breadth: 4, depth: 5 }, (_, t) => ({
    digit: digits[t],
    residual: residuals[t],
    q: q[t],
  }));
  return choicesAt(record, k, selectionsAt(record, k));
}

it("finds the rules of one mind where other starts show the same grid", () => {
  const all = choices([1, 1, 1, 2], [0.1, 0.2, 0.3, 0.4], [0, 5, 1, 2]);
  expect(all.map(({ rule, trajectory }) => [rule, trajectory])).toEqual([
    ["residual", 0],
    ["q", 1],
    ["vote", 0],
  ]);
  expect(agreement(all)).toBe("All three rules choose the same grid.");
});

it.each([
  ["Residual and votes choose the same grid, q another.", [1, 1, 1, 2], [0, 0, 0, 5]],
  ["Residual and q choose the same grid, votes another.", [1, 2, 2, 3], [5, 0, 0, 0]],
  ["Q and votes choose the same grid, residual another.", [1, 2, 2, 3], [0, 5, 0, 0]],
  ["The three rules choose three different grids.", [1, 2, 2, 3], [0, 0, 0, 5]],
])("tells: %s", (sentence, digits, q) => {
  expect(agreement(choices(digits, [0.1, 0.2, 0.3, 0.4], q))).toBe(sentence);
});

it("says nothing of the start, where there is nothing to choose by", () => {
  expect(choices([1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0], 0)).toEqual([]);
  expect(agreement([])).toBe("");
});
