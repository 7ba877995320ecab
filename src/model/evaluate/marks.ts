import type { Scales } from "../analysis/scales";

/** The grids that an attempt would have answered with less depth and breadth. */
export interface Marks {
  /** Distinct grids, their values as digits. */
  readonly grids: readonly string[];
  /** Indices of grids: [depths.length, breadths.length] of the scales, row by row. */
  readonly table: readonly number[];
}

/** Collects marks as an attempt goes on. */
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
    /** The marks of an attempt that is over: with more depth it would not have gone on. */
    end(gridOf: (breadth: number) => string): Marks {
      while (table.length < depths.length * breadths.length) add(gridOf);
      return { grids, table };
    },
  };
}
