import {
  type FoundGrid,
  type GridTags,
  gridsOf,
  type NamedGrid,
  NO_GRIDS,
  tagsNamed,
  withGrids,
} from "../../model/analysis/gridTags";
import type { Recipe } from "../../model/eqr/recipe/recipe";

/** By puzzle, the grids that its runs and experiments have come to: a grid keeps its letter while the page is open. */
export type Letters = ReadonlyMap<string, GridTags>;

/** Puzzles whose letters are kept; those looked at longest ago are forgotten first. */
const MOST = 64;

type Puzzle = Pick<Recipe, "task" | "puzzle">;

/** The grids known of a puzzle. */
export function tagsOf(letters: Letters, puzzle: Puzzle): GridTags {
  return letters.get(keyOf(puzzle)) ?? NO_GRIDS;
}

/** The letters with grids that a run or an experiment has found; the same value where none is new. */
export function withFound(letters: Letters, puzzle: Puzzle, found: Iterable<FoundGrid>): Letters {
  const before = tagsOf(letters, puzzle);
  const after = withGrids(before, found);
  return after === before ? letters : put(letters, puzzle, after);
}

/** The letters with those that the sender of a link sees; grids that are known here alone come after them. */
export function withNames(letters: Letters, puzzle: Puzzle, names: readonly NamedGrid[]): Letters {
  return put(letters, puzzle, withGrids(tagsNamed(names), gridsOf(tagsOf(letters, puzzle))));
}

function put(letters: Letters, puzzle: Puzzle, after: GridTags): Letters {
  const key = keyOf(puzzle);
  const kept = [...letters].filter(([other]) => other !== key).slice(1 - MOST);
  return new Map([...kept, [key, after]]);
}

function keyOf({ task, puzzle }: Puzzle): string {
  return `${task ?? ""} ${puzzle}`;
}
