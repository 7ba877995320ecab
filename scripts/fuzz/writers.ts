import LZString from "lz-string";
import { formatGrid } from "../../src/model/tasks/sudoku/format";
import { digitsOf } from "../../src/model/tasks/sudoku/grid";
import { type Rng, randomInt } from "../../src/model/tasks/sudoku/random";

export interface Pair {
  readonly puzzle: string;
  readonly solution: string;
}

/** A way to write a puzzle down. Where `solution` is true, the solution must come back too. */
export interface Writer {
  readonly name: string;
  readonly solution?: boolean;
  write(pair: Pair, rng: Rng): string;
}

export function pick<T>(items: readonly T[], rng: Rng): T {
  return items[randomInt(rng, items.length)] as T;
}

export const rowsOf = (puzzle: string): string[] => puzzle.match(/.{9}/g) ?? [];

/** The puzzle with another sign for its blanks, and sometimes digits of another script. */
export function signed(puzzle: string, rng: Rng): string {
  const blank = pick([".", ".", "0", "0", "*", "_", "-", "·", "?", "x", "X", "–", "•", "□", "０", "．", "~"], rng);
  const zero = pick([0x30, 0x30, 0x30, 0x30, 0xff10, 0x660, 0x966], rng);
  const digits = puzzle.replace(/[1-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return digits.replaceAll(".", blank);
}

/** Invisible characters between some of the others. */
export function hidden(text: string, rng: Rng): string {
  const sign = pick(["\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060"], rng);
  return [...text].map((character) => (rng() < 0.05 ? sign + character : character)).join("");
}

function table(delimiter: string, reversed: boolean, quoted: boolean): Writer {
  return {
    name: `table ${JSON.stringify(delimiter)}${reversed ? ", solution first" : ""}${quoted ? ", quoted" : ""}`,
    solution: true,
    write({ puzzle, solution }, rng) {
      const heads = pick(
        [
          ["puzzle", "solution"],
          ["quizzes", "solutions"],
          ["Question", "Answer"],
          ["grid", "solved"],
        ],
        rng,
      );
      const quote = (text: string): string => (quoted ? `"${text}"` : text);
      const line = (cells: readonly string[]): string =>
        (reversed ? [...cells].reverse() : cells).map(quote).join(delimiter);
      return `${line(heads)}\n${line([signed(puzzle, rng), solution])}\n`;
    },
  };
}

const board = (puzzle: string) =>
  rowsOf(puzzle).map((row) =>
    [...digitsOf(row.padEnd(81, "."))].slice(0, 9).map((value) => (value ? { value, given: true } : {})),
  );

export const WRITERS: readonly Writer[] = [
  { name: "line", write: ({ puzzle }, rng) => signed(puzzle, rng) },
  { name: "line with invisible characters", write: ({ puzzle }, rng) => hidden(puzzle, rng) },
  { name: "drawing", write: ({ puzzle }) => formatGrid(puzzle) },
  {
    name: "nine lines",
    write: ({ puzzle }, rng) => rowsOf(signed(puzzle, rng)).join(pick(["\n", "\r\n", "\r", "\n\n"], rng)),
  },
  {
    name: "spaced lines",
    write: ({ puzzle }, rng) =>
      rowsOf(signed(puzzle, rng))
        .map((row) => [...row].join(" "))
        .join("\n"),
  },
  {
    name: "commented lines",
    write: ({ puzzle }) =>
      rowsOf(puzzle)
        .map((row, index) => `${row}  # row ${index + 1}`)
        .join("\n"),
  },
  {
    name: "quoted mail",
    write: ({ puzzle }) =>
      rowsOf(puzzle)
        .map((row) => `> ${row}`)
        .join("\n"),
  },
  { name: "titled", write: ({ puzzle }, rng) => `Grid ${randomInt(rng, 90)}\n${rowsOf(puzzle).join("\n")}\n` },
  ...[",", ";", "\t"].map((separator) => ({
    name: `cells by ${JSON.stringify(separator)}`,
    write: ({ puzzle }: Pair) =>
      rowsOf(puzzle)
        .map((row) => [...row].map((cell) => (cell === "." ? "" : cell)).join(separator))
        .join("\n"),
  })),
  { name: "81 columns", write: ({ puzzle }) => [...puzzle].map((cell) => (cell === "." ? "" : cell)).join(",") },
  {
    name: "162 columns",
    solution: true,
    write: ({ puzzle, solution }) => [...puzzle.replaceAll(".", "0"), ...solution].join(","),
  },
  ...[",", ";", "\t", "|"].flatMap((delimiter) => [
    table(delimiter, false, false),
    table(delimiter, true, false),
    table(delimiter, true, true),
  ]),
  {
    name: "without headings",
    solution: true,
    write: ({ puzzle, solution }, rng) => `7,${signed(puzzle, rng)},${solution},1.5`,
  },
  { name: "numbered with #", solution: true, write: ({ puzzle, solution }) => `#1,${puzzle},${solution}` },
  { name: "puzzle bank", write: ({ puzzle }) => `0000183b305c ${puzzle.replaceAll(".", "0")}  7.1` },
  { name: "ED", write: ({ puzzle }) => `${puzzle} ED=7.2/1.2/1.2` },
  {
    name: ".sdk",
    write: ({ puzzle }) => `#ANobody\n[Puzzle]\n${rowsOf(puzzle).join("\n")}\n[State]\n${rowsOf(puzzle).join("\n")}\n`,
  },
  {
    name: "OpenSudoku",
    write: ({ puzzle }) => `<opensudoku>\n<game data="${puzzle.replaceAll(".", "0")}"/>\n</opensudoku>`,
  },
  {
    name: "JSON",
    solution: true,
    write: ({ puzzle, solution }, rng) =>
      JSON.stringify({ id: 1, solution, puzzle: signed(puzzle, rng) }, null, pick([0, 2], rng)),
  },
  {
    name: "JSON rows",
    write: ({ puzzle }) => JSON.stringify(rowsOf(puzzle).map((row) => [...row].map((cell) => Number(cell) || 0))),
  },
  {
    name: "SudokuWiki link",
    write: ({ puzzle }) => `https://www.sudokuwiki.org/sudoku.htm?bd=${puzzle.replaceAll(".", "0")}`,
  },
  { name: "another link", write: ({ puzzle }) => `https://example.com/play/${puzzle.replaceAll(".", "0")}?from=here` },
  {
    name: "f-puzzles link",
    write: ({ puzzle }) =>
      `https://f-puzzles.com/?load=${LZString.compressToBase64(JSON.stringify({ size: 9, grid: board(puzzle) }))}`,
  },
  {
    name: "SudokuPad link",
    write: ({ puzzle }) =>
      `https://sudokupad.app/scl${LZString.compressToBase64(JSON.stringify({ ce: board(puzzle).map((row) => row.map(({ value }) => (value ? { v: value } : {}))) }))}`,
  },
];
