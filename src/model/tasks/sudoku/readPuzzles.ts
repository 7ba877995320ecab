import { digitsOf } from "./grid";
import { conflicts, describeConflict, extendsPuzzle, isValidGrid } from "./rules";

export interface Task {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly puzzle: string;
  /** The solution in the file, or null where it has none. */
  readonly solution: string | null;
}

export interface Malformed {
  readonly line: number;
  readonly why: string;
}

/**
 * Puzzles from a text: one a line, columns separated by commas, tabs or semicolons. The first column of 81 characters
 * (1-9; 0 . _ * x for a blank) is the puzzle, the next one of 81 digits its solution; all others are passed over, and so
 * are empty lines, comments (from "#" on) and a first line of headings.
 */
export function readPuzzles(text: string): { tasks: Task[]; malformed: Malformed[] } {
  const tasks: Task[] = [];
  const malformed: Malformed[] = [];
  // A byte order mark would make the first puzzle 82 characters long.
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/#.*/, ""));
  const first = lines.findIndex((line) => line.trim() !== "");
  lines.forEach((content, i) => {
    if (content.trim() === "" || (i === first && isHeading(content))) return;
    const result = readLine(content);
    if (typeof result === "string") malformed.push({ line: i + 1, why: result });
    else tasks.push({ line: i + 1, ...result });
  });
  return { tasks, malformed };
}

/** The columns of a line, or what is wrong with it. */
function readLine(content: string): Omit<Task, "line"> | string {
  const columns = content.split(/[,;\t]/).map((column) => column.trim().replace(/^"(.*)"$/, "$1"));
  const place = columns.findIndex((column) => /^[0-9._*x]{81}$/i.test(column));
  const found = columns[place];
  if (found === undefined) {
    const longest = columns.reduce((a, b) => (b.length > a.length ? b : a), "");
    return `no column is a puzzle of 81 characters (the longest column has ${longest.length})`;
  }
  const puzzle = found.replace(/[^1-9]/g, ".");
  const [conflict] = conflicts(digitsOf(puzzle));
  if (conflict) return `the givens break the rules: ${describeConflict(conflict)}`;
  const solution = columns.slice(place + 1).find((column) => /^[1-9]{81}$/.test(column)) ?? null;
  if (solution && !(isValidGrid(digitsOf(solution)) && extendsPuzzle(digitsOf(solution), puzzle)))
    return "its solution is not a valid grid that keeps the givens";
  return { puzzle, solution };
}

function isHeading(content: string): boolean {
  return /^["a-z]/i.test(content.trim()) && !/[0-9._*]{20}/.test(content);
}
