import { breadthKind } from "../eqr/presets";
import type { Recipe } from "../eqr/recipe";

/** The depths and breadths that a search of a recipe is looked at, rising; the last ones are the recipe's own. */
export interface Scales {
  readonly depths: readonly number[];
  readonly breadths: readonly number[];
}

/**
 * Powers of two. A trajectory is a function of the recipe and its index, so the first b starts are the run of breadth b.
 * A nudged search has but its own breadth: it ends with the first acceptance of any start.
 */
export function scalesOf(recipe: Recipe): Scales {
  const { depth, breadth } = recipe;
  return { depths: powersUpTo(depth), breadths: breadthKind(recipe) === "pure" ? powersUpTo(breadth) : [breadth] };
}

function powersUpTo(end: number): number[] {
  const powers = [];
  for (let n = 1; n < end; n *= 2) powers.push(n);
  return [...powers, end];
}

/** The grids that a search would have answered with less depth and breadth. */
export interface Marks {
  /** Distinct grids, 81 digits each. */
  readonly grids: readonly string[];
  /** Indices of grids: [depths.length, breadths.length] of the scales, row by row. */
  readonly table: readonly number[];
}

/** Collects marks as a search goes on. */
export function createMarks({ depths, breadths }: Scales) {
  const grids: string[] = [];
  const table: number[] = [];
  const indexOf = (grid: string) => {
    const known = grids.indexOf(grid);
    return known >= 0 ? known : grids.push(grid) - 1;
  };
  const add = (gridOf: (breadth: number) => string) => {
    for (const breadth of breadths) table.push(indexOf(gridOf(breadth)));
  };
  return {
    /** Takes the answers of every breadth at iteration k, where that is one of the depths. */
    observe(k: number, gridOf: (breadth: number) => string): void {
      if (depths.includes(k)) add(gridOf);
    },
    /** The marks of a search that is over: with more depth it would not have gone on. */
    end(gridOf: (breadth: number) => string): Marks {
      while (table.length < depths.length * breadths.length) add(gridOf);
      return { grids, table };
    },
  };
}
