import type { Digits } from "../../../../model/tasks/sudoku/grid";
import type { Entry } from "../../../store/game";
import type { Work } from "./work";

export interface Move {
  readonly cells: readonly number[];
  readonly entry: Entry;
  /** 1 ... 9, or 0 to erase. */
  readonly value: number;
}

/**
 * The work after a move. Clues take only colours. What all of the cells have already is taken away again; an eraser takes
 * digits first, then marks, then colours. The same work where nothing changes.
 */
export function moved(work: Work, givens: Digits, { cells, entry, value }: Move): Work {
  const open = cells.filter((cell) => !givens[cell]);
  if (value === 0) return erased(work, open, cells);
  switch (entry) {
    case "digit":
      return withDigits(work, open, open.every((cell) => work.digits[cell] === value) ? 0 : value);
    case "colour": {
      const had = cells.every((cell) => work.colours[cell] === value);
      return { ...work, colours: withAll(work.colours, cells, had ? 0 : value) };
    }
    default: {
      // A mark under a digit would not be seen.
      const bare = open.filter((cell) => work.digits[cell] === 0);
      if (bare.length === 0) return work;
      const bit = 1 << (value - 1);
      const marks = work[entry].slice();
      const had = bare.every((cell) => ((marks[cell] ?? 0) & bit) > 0);
      for (const cell of bare) marks[cell] = had ? (marks[cell] ?? 0) & ~bit : (marks[cell] ?? 0) | bit;
      return { ...work, [entry]: marks };
    }
  }
}

function withDigits(work: Work, open: readonly number[], value: number): Work {
  return open.length === 0 ? work : { ...work, digits: withAll(work.digits, open, value) };
}

function erased(work: Work, open: readonly number[], cells: readonly number[]): Work {
  const { digits, corner, centre, colours } = work;
  if (open.some((cell) => digits[cell])) return withDigits(work, open, 0);
  if (open.some((cell) => corner[cell] || centre[cell]))
    return { ...work, corner: withAll(corner, open, 0), centre: withAll(centre, open, 0) };
  if (cells.some((cell) => colours[cell])) return { ...work, colours: withAll(colours, cells, 0) };
  return work;
}

function withAll<A extends Uint8Array | Uint16Array>(values: A, cells: readonly number[], value: number): A {
  const next = values.slice() as A;
  for (const cell of cells) next[cell] = value;
  return next;
}
