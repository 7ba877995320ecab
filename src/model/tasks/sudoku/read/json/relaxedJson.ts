/** What a JSON text stands for. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Reads JSON and the shortened JSON inside SudokuPad links: keys without quotes, 'single' quotes, `t` and `f` for true
 * and false, colours without quotes, and nothing at all for an empty object, so `[,{v:5}]` is `[{},{v:5}]`.
 * Returns undefined for what it cannot read. Objects have no prototype, so no key of theirs is inherited.
 */
export function parseRelaxedJson(text: string): Json | undefined {
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  return reader.at === text.length ? value : undefined;
}

/** A value as an object, or undefined. */
export function asObject(value: Json | undefined): { [key: string]: Json } | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** A value as a list, or undefined. */
export function asList(value: Json | undefined): Json[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

interface Reader {
  text: string;
  at: number;
}

// Puzzles nest less than ten deep; the bound keeps hostile text off the call stack.
const MAX_DEPTH = 60;

function readValue(reader: Reader, depth: number): Json | undefined {
  if (depth > MAX_DEPTH) return undefined;
  skipSpace(reader);
  const next = reader.text[reader.at];
  if (next === "[") return readList(reader, depth);
  if (next === "{") return readObject(reader, depth);
  if (next === '"' || next === "'") return readString(reader);
  return wordValue(readWord(reader));
}

function readList(reader: Reader, depth: number): Json[] | undefined {
  const list: Json[] = [];
  reader.at++;
  if (takes(reader, "]")) return list;
  for (;;) {
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    list.push(value);
    if (takes(reader, "]")) return list;
    if (!takes(reader, ",")) return undefined;
  }
}

function readObject(reader: Reader, depth: number): { [key: string]: Json } | undefined {
  const object: { [key: string]: Json } = Object.create(null);
  reader.at++;
  if (takes(reader, "}")) return object;
  for (;;) {
    skipSpace(reader);
    const next = reader.text[reader.at];
    const key = next === '"' || next === "'" ? readString(reader) : readWord(reader);
    if (key === undefined || key === "" || !takes(reader, ":")) return undefined;
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    object[key] = value;
    if (takes(reader, "}")) return object;
    if (!takes(reader, ",")) return undefined;
  }
}

function readString(reader: Reader): string | undefined {
  const quote = reader.text[reader.at++];
  let out = "";
  for (;;) {
    const character = reader.text[reader.at++];
    if (character === undefined) return undefined;
    if (character === quote) return out;
    out += character === "\\" ? readEscape(reader) : character;
  }
}

function readEscape(reader: Reader): string {
  const character = reader.text[reader.at++] ?? "";
  if (character === "n") return "\n";
  if (character === "t") return "\t";
  const hex = character === "u" ? /^[0-9a-fA-F]{4}/.exec(reader.text.slice(reader.at, reader.at + 4))?.[0] : undefined;
  if (hex === undefined) return character;
  reader.at += 4;
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function readWord(reader: Reader): string {
  const start = reader.at;
  while (reader.at < reader.text.length && !",:[]{}".includes(reader.text[reader.at] ?? "")) reader.at++;
  return reader.text.slice(start, reader.at).trim();
}

function wordValue(word: string): Json {
  if (word === "") return Object.create(null);
  if (word === "null") return null;
  if (word === "true" || word === "t") return true;
  if (word === "false" || word === "f") return false;
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(word) ? Number(word) : word;
}

function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? "")) reader.at++;
}
