import { fnv1a } from "./fnv1a";

/** How a distinct decoded grid is told apart from the others of its puzzle, in every view, film and file alike. */
export interface GridTag {
  /** From 0, in the order in which the grids were found. */
  readonly number: number;
  /** A, B ... Z, AA, AB ...; null while it is the only grid that is known. */
  readonly letter: string | null;
  /** From 0, in the order in which the valid ones were found; null while nothing has found it valid. */
  readonly hue: number | null;
}

/**
 * The grids of a puzzle that are known, by gridKey, and those that are known by their names alone. A value: what is added
 * makes a new one.
 */
export type GridTags = ReadonlyMap<string, GridTag>;

export const NO_GRIDS: GridTags = new Map();

/** A grid that something has come to. */
export interface FoundGrid {
  /** [cells] */
  readonly digits: Uint8Array;
  /** Whether it solves the puzzle. */
  readonly valid: boolean;
}

/** A grid that another page knows, without its digits: its letter and hue are kept for it until something comes to it here. */
export interface NamedGrid {
  /** FNV-1a of its digits. */
  readonly hash: number;
  readonly valid: boolean;
}

/** The known grids for another page, in the order of their letters. */
export function namesOf(tags: GridTags): NamedGrid[] {
  const inOrder = [...tags].sort(([, a], [, b]) => a.number - b.number);
  return inOrder.map(([key, { hue }]) => ({ hash: hashOf(key), valid: hue !== null }));
}

/** The grids of another page, as it names them; what is found here takes the place of its name. */
export function tagsNamed(names: readonly NamedGrid[]): GridTags {
  let hues = 0;
  return lettered(
    new Map(
      names.map(({ hash, valid }, number) => [
        `${NAMED}${hash}`,
        { number, letter: letterOf(number), hue: valid ? hues++ : null },
      ]),
    ),
  );
}

/** The grids that are known by their digits, in the order of their letters. */
export function gridsOf(tags: GridTags): FoundGrid[] {
  return [...tags]
    .filter(([key]) => !key.startsWith(NAMED))
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([key, { hue }]) => ({ digits: digitsOf(key), valid: hue !== null }));
}

/** Begins the key of a grid that is known by its name alone; no value of a cell is as large. */
const NAMED = "\uffff";

function hashOf(key: string): number {
  return key.startsWith(NAMED) ? Number(key.slice(NAMED.length)) : fnv1a(digitsOf(key));
}

function digitsOf(key: string): Uint8Array {
  return Uint8Array.from(key, (digit) => digit.charCodeAt(0));
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
    const here = (all ?? tags).get(key);
    if (here && (here.hue !== null || !valid)) continue;
    const name = `${NAMED}${fnv1a(digits)}`;
    const known = here ?? (all ?? tags).get(name);
    if (!all) {
      all = new Map(tags);
      for (const { hue } of tags.values()) if (hue !== null) hues++;
    }
    const number = known?.number ?? all.size;
    all.delete(name);
    all.set(key, { number, letter: letterOf(number), hue: known?.hue ?? (valid ? hues++ : null) });
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
