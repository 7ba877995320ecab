import { CELLS } from "../../grid";
import { marksOf, settle } from "../line/cells";
import { BLANK_WORDS } from "../line/signs";
import { FULL, isFull } from "../solved";
import { DELIMITERS, type Field, splitFields } from "./fields";
import { type Row, refuse } from "./row";

/** 81 columns of one cell each, or twice as many: the puzzle and its solution. */
export function readSpread(text: string, line: number): Row | null {
  for (const delimiter of DELIMITERS) {
    const pieces = text.split(delimiter).length;
    if (pieces < CELLS || pieces > 2 * CELLS + 1) continue;
    const bare = withoutBrackets(text);
    const all = splitFields(bare, delimiter);
    const fields = all.length % CELLS === 1 && all.at(-1)?.text === "" ? all.slice(0, -1) : all;
    if (fields.length !== CELLS && fields.length !== 2 * CELLS) continue;
    const marks = fields.map((field) => cellMarks(field, line));
    if (marks.some((cell) => cell.length !== 1 || cell[0]?.cells.length !== 1)) continue;
    const grid = settle(marks.slice(0, CELLS).flat());
    if (!grid.ok) return { ok: false, fault: grid.fault };
    const answer = fields.length === CELLS ? undefined : settle(marks.slice(CELLS).flat());
    if (answer && !(answer.ok && isFull(answer.cells)))
      return refuse("Its solution cannot be read: columns 82 to 162 are no full grid.", line, 0);
    if (answer && isFull(grid.cells)) return refuse(FULL, line, 0);
    return {
      ok: true,
      puzzle: grid.cells,
      solution: answer?.ok ? answer.cells : null,
      source: null,
      alone: true,
      notes: grid.notes,
    };
  }
  return null;
}

/** A list in brackets, with spaces in place of those before it. */
function withoutBrackets(text: string): string {
  const lead = /^[\s[({]*/.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > lead && " \t])}".includes(text[end - 1] ?? "")) end--;
  return " ".repeat(lead) + text.slice(lead, end);
}

/** The one cell of a column: an empty column and a word such as "null" are blanks, and 5.0 is 5. */
export function cellMarks({ text, offset }: Field, line: number): ReturnType<typeof marksOf> {
  if (text.length > 20) return marksOf(text, line, offset);
  const bare = text.replace(/^[\s[({"']+|[\s\])}"'\\]+$|[\])}]+[;.,]$/g, "");
  const blank = bare === "" || BLANK_WORDS.has(bare.toLowerCase());
  if (blank) return [{ character: ".", meaning: "blank", cells: ".", line, offset }];
  return marksOf(bare.replace(/^(\d)\.0$/, "$1"), line, offset + text.indexOf(bare));
}
