import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { CARD } from "../../../model/seam.testing/linearMap";
import { ModelColumn } from "./ModelColumn";

// It opens a dialog of the page, which is not there.
vi.mock("../paper/PaperButton", () => ({ PaperButton: () => null }));

const markup = (changes: Partial<typeof CARD> = {}) =>
  renderToStaticMarkup(<ModelColumn card={{ ...CARD, ...changes }} sets={["some puzzles"]} runs />);

it("says what was not measured, and the command that measures it", () => {
  const text = markup();
  expect(text).toContain("Not measured on these.");
  expect(text).toContain("npm run eval -- --puzzles FILE --model tiny --scaling tiny.scaling.json");
  expect(text).toContain("runs now");
});

it("gives the depth in layers where the card has them", () => {
  expect(markup()).not.toContain("layers per iteration");
  expect(markup({ layersPerIteration: 3 })).toContain("3 layers per iteration: 3,072 in 1,024 iterations");
});

it("heads each measurement by its kind of breadth", () => {
  const row = { set: "some puzzles", depth: 8, breadth: 1, select: "residual", lambda: 1, sigma: 0, seed: 1 } as const;
  const text = markup({
    accuracy: [
      { ...row, kind: "nudged", solved: 9, puzzles: 10, nudges: 2 },
      { ...row, kind: "pure", solved: 5, puzzles: 10 },
    ],
  });
  const order = ["Pure breadth, the paper", "50 %", "Nudged breadth, ours", "90 %"].map((words) => text.indexOf(words));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});
