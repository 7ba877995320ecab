import { visible } from "../line/signs";
import { DELIMITERS, type Delimiter, splitFields } from "./fields";

/** Which column is what, as a line of headings says it. */
export interface Headings {
  readonly delimiter: Delimiter;
  readonly puzzle: number | null;
  readonly solution: number | null;
  /** A name, number or source of the puzzle. */
  readonly source: number | null;
  readonly columns: number;
}

export type Role = "puzzle" | "solution" | "source" | "other";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

// English, and the same words as spreadsheets in other languages head them.
const PUZZLE = words(
  "puzzle puzzles question questions quiz quizzes quizz grid grids sudoku sudokus board boards given givens problem " +
    "problems start initial unsolved input clueset mission task prompt " +
    "rätsel raetsel aufgabe aufgaben grille grilles énigme rejilla tablero pregunta puzle schema griglia domanda quebra " +
    "puzzel opgave zagadka задача судоку 题目 題目 谜题 問題 数独 문제 퍼즐",
);
const SOLUTION = words(
  "solution solutions answer answers solved result results solve soln sol ans key completed complete output target final end finished filled " +
    "completion response expected label labels truth " +
    "lösung lösungen loesung antwort solución soluciones respuesta réponse soluzione soluzioni risposta solução resposta " +
    "oplossing antwoord rozwiązanie решение ответ 答案 解答 解 解答例 정답 해답",
);
const SOURCE = words("id ids name names title source sources hash number no nr num author url link index uid file");
const OTHER = words(
  "rating ratings difficulty level levels count clues clue hints score time date type variant length size tag tags " +
    "guesses steps notes note comment comments candidates pencilmarks state progress human tdoku",
);

/** What a heading (or a key of JSON) says of its column. */
export function roleOf(heading: string): Role | null {
  const parts = visible(heading)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== "");
  const has = (set: ReadonlySet<string>): boolean => parts.some((part) => set.has(part));
  if (has(OTHER)) return "other";
  if (has(SOURCE)) return "source";
  if (has(SOLUTION)) return "solution";
  return has(PUZZLE) ? "puzzle" : null;
}

/** Headings are shorter than this, even those of 81 columns twice. */
const LONGEST = 3000;

/** The headings of a line of two columns or more; null where it is none. */
export function headingsOf(line: string): Headings | null {
  if (line.length > LONGEST) return null;
  const bare = line.replace(/^\s*#\s*/, "");
  for (const delimiter of [...DELIMITERS, " "] as const) {
    const fields = splitFields(bare, delimiter);
    if (fields.filter(({ text }) => text !== "").length < 2) continue;
    const roles = fields.map(({ text }) => (text.length > 40 || /\d{3}/.test(text) ? null : roleOf(text)));
    const [puzzle, solution] = [roles.indexOf("puzzle"), roles.indexOf("solution")];
    if (puzzle < 0 && solution < 0) continue;
    // Words of a sentence are no headings.
    if (delimiter === " " && roles.some((role) => role === null)) continue;
    const at = (index: number): number | null => (index < 0 ? null : index);
    return {
      delimiter,
      puzzle: at(puzzle),
      solution: at(solution),
      source: at(roles.indexOf("source")),
      columns: fields.length,
    };
  }
  return null;
}

/** Whether a title such as "Solution 12" heads what solves a puzzle. */
export function headsSolution(title: string): boolean {
  return roleOf(title.replace(/\d+/g, " ")) === "solution" && !/puzzle|quiz|question/i.test(title);
}
