import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { shippedWords } from "./shippedWords";

const recipe = defaultRecipe(".".repeat(81), "small");
const index = {
  default: { gpu: "big", elsewhere: "small" },
  models: [
    { name: "small", title: "Compact" },
    { name: "big", title: "Large" },
  ],
};

it("says of what a shipped result is, and whose where another model runs", () => {
  expect(shippedWords({ origin: { recipe } }, index, "small")).toBe("Shipped result for “Two solutions”:");
  expect(shippedWords({ recipe, puzzles: [".", "."] }, index, "big")).toBe(
    "Shipped result for the sample of 2 puzzles, measured with the Compact model:",
  );
});
