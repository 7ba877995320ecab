import type { ModelIndex } from "../../model/eqr/model/models";
import type { Recipe } from "../../model/eqr/recipe/recipe";
import { say } from "../../words/say";

interface Measured {
  readonly recipe?: Recipe;
  readonly origin?: { readonly recipe: Recipe };
  readonly puzzles?: readonly string[];
}

/** Of what a shipped result is: the puzzle that the page opens with or the sample, and the model where another runs here. */
export function shippedWords(
  { recipe, origin, puzzles = [] }: Measured,
  index: ModelIndex | null,
  running: string,
): string {
  const name = (recipe ?? origin?.recipe)?.model;
  const title = index?.models.find((model) => model.name === name)?.title ?? name;
  const by = name === running ? "" : say`, measured with the ${title ?? ""} model`;
  return say`Shipped result for ${puzzles.length > 1 ? say`the sample of ${puzzles.length} puzzles` : say`“Two solutions”`}${by}:`;
}
