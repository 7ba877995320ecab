import type { NamedGrid } from "../../model/analysis/gridTags";

/** Grids whose letters a link carries: a run has far fewer, a landscape may find more. */
export const MOST_LETTERS = 64;

/** "v1k2j3-n8fk2d": in the order of the letters, whether the grid is valid and its hash in base 36. */
export const LETTERS_PATTERN = /^[vn][\da-z]{1,7}(-[vn][\da-z]{1,7}){0,63}$/;

export function writeLetters(grids: readonly NamedGrid[]): string {
  return grids
    .slice(0, MOST_LETTERS)
    .map(({ hash, valid }) => `${valid ? "v" : "n"}${hash.toString(36)}`)
    .join("-");
}

/** Of a text that fits the pattern; null where two letters are of one grid. A hash of more than 32 bits is of no grid. */
export function readLetters(text: string): NamedGrid[] | null {
  const names = text.split("-");
  const grids = names.map((name) => ({ hash: Number.parseInt(name.slice(1), 36), valid: name.startsWith("v") }));
  return new Set(grids.map(({ hash }) => hash)).size === grids.length ? grids : null;
}
