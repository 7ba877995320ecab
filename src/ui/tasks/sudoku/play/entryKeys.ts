import { ENTRIES, type Entry } from "../../../store/game";

/** What a key asks for in Play, beyond digits and arrows: one digit as a mark, another entry, all cells, or one cell. */
export type PlayKey =
  | { readonly kind: "enter"; readonly entry: Entry; readonly value: number }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "nextEntry" }
  | { readonly kind: "selectAll" }
  | { readonly kind: "selectOne" };

interface Pressed {
  readonly key: string;
  /** The key's place, which Shift does not change: "Digit5". */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const LETTERS: Readonly<Record<string, Entry>> = { z: "digit", x: "corner", c: "centre", v: "colour" };

/** Shift and a digit is a corner mark, Ctrl and a digit a centre mark; Z, X, C and V choose, Space goes on to the next. */
export function playKey({ key, code, shiftKey, ctrlKey }: Pressed): PlayKey | null {
  const value = Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0);
  // Where digits themselves need Shift, a digit stays a digit.
  if (value > 0 && shiftKey && !/^[0-9]$/.test(key)) return { kind: "enter", entry: "corner", value };
  if (value > 0 && ctrlKey) return { kind: "enter", entry: "centre", value };
  if (ctrlKey) return key === "a" ? { kind: "selectAll" } : null;
  if (key === " ") return { kind: "nextEntry" };
  if (key === "Escape") return { kind: "selectOne" };
  const entry = LETTERS[key.toLowerCase()];
  return entry ? { kind: "entry", entry } : null;
}

export function entryAfter(entry: Entry): Entry {
  return ENTRIES[(ENTRIES.indexOf(entry) + 1) % ENTRIES.length] ?? "digit";
}
