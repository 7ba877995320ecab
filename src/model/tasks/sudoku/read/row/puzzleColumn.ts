import type { Puzzle } from "../../grid";
import { looksLikeGrid, type Settled } from "../line/cells";
import { BLANK_WORDS } from "../line/signs";
import { FULL, isFull, solves } from "../solved";
import { type Column, settleField, type Table } from "./columns";
import type { Headings } from "./headings";
import { type Row, refuse } from "./row";
import { isRounded, mended, numberRow } from "./spreadsheetNumbers";

/** The puzzle in the column that the headings name, with its solution; null where the line has no grid. */
export function byHeadings({ fields, grids }: Table, line: number, headings: Headings): Row | null {
  const { puzzle, solution } = headings;
  if (puzzle === null) {
    const rest = grids.filter(({ index }) => index !== solution);
    if (grids.length === 0) return null;
    const answer = grids.find(({ index, settled }) => index === solution && settled.ok);
    if (rest.length === 0) return refuse("There is a solution here, but no column for the puzzle.", line, 0);
    return decide(answer ? [...rest, answer] : rest, line, false);
  }
  const field = fields[puzzle];
  if (!field || BLANK_WORDS.has(field.text.toLowerCase()) || field.text === "")
    return refuse(
      `The puzzle is missing: column ${puzzle + 1}, under the heading of the puzzle, is empty.`,
      line,
      field?.offset ?? 0,
    );
  const settled = settleField(field, line);
  const answerField = solution === null ? undefined : fields[solution];
  const answer = answerField ? settleField(answerField, line) : undefined;
  if (!settled.ok)
    return mended(field, settled.fault, answer, line) ?? numberRow(field, line) ?? { ok: false, fault: settled.fault };
  if (isFull(settled.cells)) return refuse(FULL, line, field.offset);
  if (answer && !answer.ok && answerField && looksLikeGrid(answerField.text))
    return refuse(`Its solution cannot be read. ${answer.fault.why}`, line, answer.fault.offset);
  return {
    ok: true,
    puzzle: settled.cells,
    solution: answer?.ok && isFull(answer.cells) ? answer.cells : (otherSolution(grids, puzzle, settled.cells) ?? null),
    source: null,
    alone: fields.length === 1,
    notes: settled.notes,
  };
}

/** A full grid in a column without a heading that solves the puzzle. */
function otherSolution(grids: readonly Column[], puzzle: number, cells: Puzzle): Puzzle | undefined {
  for (const { index, settled } of grids)
    if (index !== puzzle && settled.ok && isFull(settled.cells) && solves(settled.cells, cells)) return settled.cells;
  return undefined;
}

/** The puzzle as the grids themselves tell it; null where the line has none. */
export function byContent({ fields, grids }: Table, line: number): Row | null {
  if (grids.length > 0) return decide(grids, line, fields.length === 1);
  const rounded = fields.find(({ text }) => isRounded(text));
  return rounded ? numberRow(rounded, line) : null;
}

/** Which of the grids of a line is the puzzle. */
function decide(grids: readonly Column[], line: number, alone: boolean): Row {
  const full = grids.flatMap(({ field, settled }) =>
    settled.ok && isFull(settled.cells) ? [{ field, cells: settled.cells }] : [],
  );
  const open = grids.flatMap(({ field, settled }) =>
    settled.ok && !isFull(settled.cells) ? [{ field, settled }] : [],
  );
  const broken = grids.flatMap(({ field, settled }) => (settled.ok ? [] : [{ field, fault: settled.fault }]));
  const [bad] = broken;
  if (bad) {
    const [answer] = full;
    const proof: Settled | undefined = answer && { ok: true, cells: answer.cells, notes: [] };
    const whole = open.length === 0 && broken.length === 1 ? mended(bad.field, bad.fault, proof, line) : undefined;
    return whole ?? { ok: false, fault: bad.fault };
  }
  const [first, second] = open;
  const [answer] = full;
  if (first && second)
    return refuse(
      "Two columns could be the puzzle. Head the columns, e.g. puzzle,solution, to say which one is.",
      line,
      second.field.offset,
    );
  if (!first) {
    if (answer && alone) return { ok: true, puzzle: answer.cells, solution: null, source: null, alone, notes: [] };
    return refuse(FULL, line, answer?.field.offset ?? 0);
  }
  const { cells, notes } = first.settled;
  const solution = full.find((grid) => solves(grid.cells, cells)) ?? answer;
  if (solution && solution.field.offset < first.field.offset && !solves(solution.cells, cells))
    return refuse(
      "The full grid before the puzzle does not solve it. Head the columns, e.g. puzzle,solution.",
      line,
      solution.field.offset,
    );
  return { ok: true, puzzle: cells, solution: solution?.cells ?? null, source: null, alone, notes };
}
