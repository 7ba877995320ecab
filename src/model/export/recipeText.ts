import { fnv1a } from "../analysis/fnv1a";
import { FIELDS, type NumericField, type Recipe } from "../eqr/recipe/recipe";

/** A recipe in short lines for a caption: the puzzle, then model and numbers. */
export function recipeLines(recipe: Recipe): string[] {
  return [`puzzle ${recipe.puzzle}`, recipeNumbers(recipe)];
}

/** Model and numbers of a recipe by their names and symbols, in one line. */
export function recipeNumbers(recipe: Omit<Recipe, "puzzle">): string {
  const numbers = (Object.keys(FIELDS) as NumericField[])
    // What is switched off says nothing about the run.
    .filter(
      (field) => !(FIELDS[field].min === 0 && FIELDS[field].default === 0 && field !== "sigma" && recipe[field] === 0),
    )
    .map((field) => `${FIELDS[field].label.toLowerCase()} ${FIELDS[field].symbol} = ${writeNumber(recipe[field])}`);
  return `model ${recipe.model} · ${numbers.join(" · ")}`;
}

/** 8 hexadecimal digits that two runs share only when their recipes are the same. For names of files. */
export function recipeId(recipe: Recipe): string {
  const fields = Object.entries(recipe).sort(([a], [b]) => (a < b ? -1 : 1));
  return fnv1a(new TextEncoder().encode(JSON.stringify(fields)))
    .toString(16)
    .padStart(8, "0");
}

function writeNumber(value: number): string {
  return value > 0 && value < 1e-3 ? value.toExponential() : String(value);
}
