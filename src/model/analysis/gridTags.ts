/** How a distinct decoded grid is told apart from the others of its puzzle, in every view, film and file alike. */
export interface GridTag {
  /** From 0, in the order in which the grids were found. */
  readonly number: number;
  /** A, B ... Z, AA, AB ...; null while it is the only grid that is known. */
  readonly letter: string | null;
  /** From 0, in the order in which the valid ones were found; null while nothing has found it valid. */
  readonly hue: number | null;
}

/** The grids of a puzzle that are known, by gridKey. A value: what is added makes a new one. */
export type GridTags = ReadonlyMap<string, GridTag>;

export const NO_GRIDS: GridTags = new Map();

/** A grid that something has come to. */
export interface FoundGrid {
  /** [cells] */
  readonly digits: Uint8Array;
  /** Whether it solves the puzzle. */
  readonly valid: boolean;
}

/** A grid's digits as a short text: equal where the grids are. */
export function gridKey(digits: Uint8Array): string {
  return String.fromCharCode(...digits);
}

/** How a grid is told apart; null where it is not among the known ones. */
export function tagOf(tags: GridTags, digits: Uint8Array): GridTag | null {
  return tags.get(gridKey(digits)) ?? null;
}

/**
 * The known grids and those that are new among `found`, which get the next numbers in their order. What is known keeps its
 * number and its hue. The same value where nothing is new.
 */
export function withGrids(tags: GridTags, found: Iterable<FoundGrid>): GridTags {
  let all: Map<string, GridTag> | null = null;
  let hues = 0;
  for (const { digits, valid } of found) {
    const key = gridKey(digits);
    const known = (all ?? tags).get(key);
    if (known && (known.hue !== null || !valid)) continue;
    if (!all) {
      all = new Map(tags);
      for (const { hue } of tags.values()) if (hue !== null) hues++;
    }
    const number = known?.number ?? all.size;
    all.set(key, { number, letter: letterOf(number), hue: valid ? hues++ : null });
  }
  return all ? lettered(all) : tags;
}

/** A letter says something only where there is more than one grid. */
function lettered(tags: Map<string, GridTag>): GridTags {
  for (const [key, tag] of tags) {
    const letter = tags.size > 1 ? letterOf(tag.number) : null;
    if (letter !== tag.letter) tags.set(key, { ...tag, letter });
  }
  return tags;
}

/** As the columns of a spreadsheet: A ... Z, AA, AB ... */
export function letterOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last;
}
