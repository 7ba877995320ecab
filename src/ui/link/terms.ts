import type { Term } from "../../model/eqr/recipe/terms";

/** "weight:trajectory:iterations", joined by commas. */
export function writeTerms(terms: readonly Term[]): string {
  return terms.map(({ weight, trajectory, iterations }) => `${weight}:${trajectory}:${iterations}`).join(",");
}

export function readTerms(written: string): Term[] {
  return written
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const [weight = Number.NaN, trajectory = Number.NaN, iterations = Number.NaN] = part.split(":").map(Number);
      return { weight, trajectory, iterations };
    });
}
