import { CELLS } from "../../grid";
import { type Fault, isProven, type Settled } from "../line/cells";
import { isFull, solves } from "../solved";
import type { Field } from "./fields";
import { type Row, refuse } from "./row";

/** What is said of a puzzle that may have lost zeros. */
export const LOST_ZEROS =
  "A spreadsheet may have taken it for a number and dropped its leading zeros: format the column as text and export it again.";

/** Whether a text may be a puzzle without the zeros that it began with. */
export function isShortNumber(text: string): boolean {
  return /^[0-9]{40,80}$/.test(text) && text.includes("0");
}

/** A puzzle that a spreadsheet took for a number, with its zeros back where the solution of the row proves them. */
export function mended(field: Field, fault: Fault, answer: Settled | undefined, line: number): Row | undefined {
  if (!isShortNumber(field.text) || fault.sign || !answer?.ok) return undefined;
  const puzzle = field.text.padStart(CELLS, "0").replaceAll("0", ".");
  // Were digits lost besides zeros, it would have more than one solution.
  if (!isFull(answer.cells) || !solves(answer.cells, puzzle) || !isProven(puzzle)) return undefined;
  const lost = CELLS - field.text.length;
  const note = `Line ${line}: ${lost} leading ${lost === 1 ? "zero" : "zeros"} that a spreadsheet had dropped ${lost === 1 ? "was" : "were"} put back; the row's solution proves it.`;
  return { ok: true, puzzle, solution: answer.cells, source: null, alone: false, notes: [note] };
}

/** Whether a text is a large number as spreadsheets shorten it, e.g. 5.3007E+80. */
export function isRounded(text: string): boolean {
  return /^\d([.,]\d+)?E\+?\d{2}$/i.test(text);
}

/** The fault of a puzzle that has been rounded; null for any other text. */
export function numberRow(field: Field, line: number): Row | null {
  if (!isRounded(field.text)) return null;
  const why = `"${field.text}" is a number that a spreadsheet has rounded: its digits are lost. Format the column as text in the source and export it again.`;
  return refuse(why, line, field.offset);
}
