import { CELLS, type Digits } from "../../../../model/tasks/sudoku/grid";
import { COLOURS, type OwnBoard } from "../../../../viz/board/own";

/** What a person has entered over the clues. Immutable: each move is a new one. */
export type Work = OwnBoard;

export function emptyWork(): Work {
  const [digits, colours] = [new Uint8Array(CELLS), new Uint8Array(CELLS)];
  return { digits, colours, corner: new Uint16Array(CELLS), centre: new Uint16Array(CELLS) };
}

/**
 * The work as a short text of letters, digits and dashes, for the store and for links; undefined where there is none.
 * Four parts: own digits in reading order with runs of n blanks as the n-th letter, then corner marks, centre marks and
 * colours as their cells and values, in base 36.
 */
export function writeWork({ digits, corner, centre, colours }: Work): string | undefined {
  const text = [writeDigits(digits), writePairs(corner, 2), writePairs(centre, 2), writePairs(colours, 1)].join("-");
  return text === EMPTY ? undefined : text;
}

/** Reads what writeWork wrote; whatever else a text says is no work. Entries on clues are left out, colours stay. */
export function readWork(text: string | undefined, givens: Digits): Work {
  const work = emptyWork();
  const parts = FORM.exec(text ?? EMPTY);
  if (!parts) return work;
  const [, digits = "", corner = "", centre = "", colours = ""] = parts;
  readDigits(digits, work.digits);
  readPairs(corner, 2, ALL_MARKS, work.corner);
  readPairs(centre, 2, ALL_MARKS, work.centre);
  readPairs(colours, 1, COLOURS.length, work.colours);
  givens.forEach((given, cell) => {
    if (given > 0) for (const values of [work.digits, work.corner, work.centre]) values[cell] = 0;
  });
  return work;
}

/** Whether a text is a work as writeWork writes it. */
export function isWork(text: string): boolean {
  return FORM.test(text);
}

const EMPTY = "---";
const FORM = /^([a-z1-9]{0,81})-((?:[0-9a-z]{4}){0,81})-((?:[0-9a-z]{4}){0,81})-((?:[0-9a-z]{3}){0,81})$/;
/** Bits of the marks 1 to 9. */
const ALL_MARKS = 511;

function writeDigits(digits: Uint8Array): string {
  const text = Array.from(digits, (digit) => (digit === 0 ? "." : String(digit))).join("");
  return text.replace(/\.+$/, "").replace(/\.{1,26}/g, ({ length }) => String.fromCharCode(96 + length));
}

function readDigits(text: string, digits: Uint8Array): void {
  let cell = 0;
  for (const character of text) {
    if (character >= "a") cell += character.charCodeAt(0) - 96;
    else if (cell < CELLS) digits[cell++] = Number(character);
  }
}

function writePairs(values: ArrayLike<number>, width: number): string {
  return Array.from(values, (value, cell) => (value === 0 ? "" : base36(cell, 2) + base36(value, width))).join("");
}

function readPairs(text: string, width: number, most: number, values: Uint8Array | Uint16Array): void {
  for (let at = 0; at < text.length; at += 2 + width) {
    const cell = Number.parseInt(text.slice(at, at + 2), 36);
    const value = Number.parseInt(text.slice(at + 2, at + 2 + width), 36);
    if (cell < CELLS && value <= most) values[cell] = value;
  }
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, "0");
}
