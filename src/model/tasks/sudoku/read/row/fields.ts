import { plainCells, visible } from "../line/signs";

/** A column of a line. */
export interface Field {
  /** Without the quotes around it and the spaces at its ends. */
  readonly text: string;
  /** Where the text begins in the line, in UTF-16 units. */
  readonly offset: number;
}

export type Delimiter = "\t" | ";" | "," | "|" | " ";

export const DELIMITERS: readonly Delimiter[] = ["\t", ";", ",", "|"];

/** The columns of a line. A quote at the start of a column protects delimiters up to the quote that closes it. */
export function splitFields(line: string, delimiter: Delimiter): Field[] {
  if (delimiter === " ") return wordsOf({ text: line, offset: 0 });
  const fields: Field[] = [];
  let start = 0;
  for (;;) {
    const quote = /^\s*=?"/.exec(line.slice(start, start + 20))?.[0].length;
    const closed = quote === undefined ? -1 : closingQuote(line, start + quote);
    const end = line.indexOf(delimiter, Math.max(start, closed));
    const raw = line.slice(start, end < 0 ? undefined : end);
    fields.push(closed >= 0 && quote !== undefined ? unquoted(line, start + quote, closed) : trimmed(raw, start));
    if (end < 0) return fields;
    start = end + 1;
  }
}

/** Whether a text is 81 cells with spaces for blanks. */
export function isSpaced(text: string): boolean {
  if (text.length < 81 || text.length > 162) return false;
  const plain = plainCells(text);
  return /^[1-9 ]{81}$/.test(plain) && /[1-9]/.test(plain);
}

/** The parts of a column that spaces, colons or equals signs separate. A byte order mark is no space. */
export function wordsOf({ text, offset }: Field): Field[] {
  return [...text.matchAll(/(?:[^\s:=]|\ufeff)+/g)].map((match) => ({ text: match[0], offset: offset + match.index }));
}

/** Whether a quote that opens a column is not closed on this line. */
export function isOpenQuoted(line: string): boolean {
  const quotes = line.split('"').length - 1;
  return quotes % 2 === 1 && /(^|[,;\t|])\s*=?"[^",;\t|]*$/.test(line);
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) if (line[at + 1] !== '"') return at;
  return -1;
}

function unquoted(line: string, start: number, end: number): Field {
  return trimmed(line.slice(start, end).replaceAll('""', '"'), start);
}

function trimmed(raw: string, start: number): Field {
  if (isSpaced(raw)) return { text: raw, offset: start };
  const text = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  // A column of invisible characters alone is an empty one.
  return { text: visible(text).trim() === "" ? "" : text, offset: start + lead };
}
