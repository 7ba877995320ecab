import { looksLikeGrid, marksOf, settle } from "../line/cells";
import { roleOf } from "../row/headings";
import type { Row } from "../row/row";
import { isFull } from "../solved";

/** Whether a line is markup. */
export function isXml(text: string): boolean {
  return /^\s*<(?![a-z]+:\/\/)[?!/a-z]/i.test(text);
}

/** The puzzles in the attributes and elements of one line of XML, such as OpenSudoku writes. */
export function readXml(text: string, line: number): Row[] {
  const rows: Row[] = [];
  for (const match of text.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"|<([\w:-]+)[^<>]*>([^<]+)</g)) {
    const [, attribute, quoted, element, inner] = match;
    const name = attribute ?? element ?? "";
    const value = quoted ?? inner ?? "";
    if (roleOf(name) === "solution") {
      const last = rows.at(-1);
      if (!last && /<(puzzle|question|quiz|grid|board|givens)\b/i.test(text))
        rows.push({ ok: false, fault: { line, offset: 0, why: ALONE } });
      const answer = settle(marksOf(value, line));
      if (last?.ok && answer.ok && isFull(answer.cells)) rows[rows.length - 1] = { ...last, solution: answer.cells };
      continue;
    }
    if (/^version:\s*\d/.test(value)) {
      rows.push({ ok: false, fault: { line, offset: match.index, why: SAVED_GAME } });
      continue;
    }
    // "data" is what OpenSudoku calls it, and so it is the puzzle however short it is.
    const closes = text.startsWith(`</${element}>`, match.index + match[0].length - 1);
    const isPuzzle =
      quoted === undefined ? closes && roleOf(name) === "puzzle" : name === "data" && value.trim() !== "";
    if (!looksLikeGrid(value) && !isPuzzle) continue;
    const settled = settle(marksOf(value, line, match.index + match[0].lastIndexOf(value)));
    rows.push(
      settled.ok
        ? { ok: true, puzzle: settled.cells, solution: null, source: null, alone: true, notes: settled.notes }
        : { ok: false, fault: { ...settled.fault, line } },
    );
  }
  return rows;
}

const ALONE = "There is a solution here, but no puzzle that can be read.";

const SAVED_GAME =
  "This is a saved game of OpenSudoku with digits and notes of the player. Export the puzzles themselves, with 81 digits for each.";
