import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { requestText } from "./requestText";

it("tells the recipe of the run it was asked of and all else that was asked, long lists by their length", () => {
  const origin = { recipe: defaultRecipe(".".repeat(81), "test"), trajectory: 2, k: 40 };
  const request = { kind: "kick", origin, sizes: [1, 2], state: new Float32Array(729), cells: Array(81).fill(0) };
  const [puzzle, numbers, asked] = requestText(request).split("\n");
  expect(puzzle).toBe(`puzzle ${".".repeat(81)}`);
  expect(numbers).toContain("model test · ");
  expect(asked).toBe(
    'experiment kick {"origin":{"trajectory":2,"k":40},"sizes":[1,2],"state":"729 values","cells":"81 values"}',
  );
});
