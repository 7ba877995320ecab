import lzString from "lz-string";

/** Wikipedia's example: easy, one solution. */
export const EASY = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
/** Two grids complete it. */
export const TWO = "..6..9.....21..3..4...7..91..1.......8..2.......3..748....57..4.5..9.1.3...8...7.";
/** 22 grids complete it. */
export const SEVERAL = "..8...71493..8.....4.2....3.2.....47..1.9....4..6........16.83.........2......5..";
/** No rule is broken, and yet the first row has no place for a 9. */
export const NONE = `12345678.........9${".".repeat(63)}`;
/** Two 5s in the first row. */
export const CONFLICT = `535${EASY.slice(3)}`;

const rows = (puzzle: string): string[] => puzzle.match(/.{9}/g) ?? [];

/** The ways people write a puzzle down, each a text that one may paste. */
export const WRITTEN: Readonly<Record<string, (puzzle: string) => string>> = {
  "a line with dots": (puzzle) => puzzle,
  "a line with zeros": (puzzle) => puzzle.replaceAll(".", "0"),
  "nine lines": (puzzle) => rows(puzzle).join("\n"),
  "a drawn grid": (puzzle) => drawn(puzzle),
  "a grid after comments": (puzzle) => `# from a newspaper\n#\n${rows(puzzle).join("\n")}\n`,
  "a SudokuWiki link": (puzzle) => `https://www.sudokuwiki.org/sudoku.htm?bd=${puzzle.replaceAll(".", "0")}`,
  "a SudokuPad link": (puzzle) => `https://sudokupad.app/scl${encodeURIComponent(compressed(sudokuPad(puzzle)))}`,
  "an f-puzzles link": (puzzle) =>
    `https://www.f-puzzles.com/?load=${encodeURIComponent(compressed({ size: 9, grid: fPuzzles(puzzle) }))}`,
};

/** With bars and rules, as solvers print it. */
function drawn(puzzle: string): string {
  const lines = rows(puzzle).map((row) => row.replace(/(...)(...)(...)/, "$1 | $2 | $3"));
  const rule = "----+-----+----";
  return [...lines.slice(0, 3), rule, ...lines.slice(3, 6), rule, ...lines.slice(6)].join("\n");
}

function fPuzzles(puzzle: string): object[][] {
  return rows(puzzle).map((row) => [...row].map((c) => (c === "." ? {} : { value: Number(c), given: true })));
}

function sudokuPad(puzzle: string): object {
  return { id: "x", cellSize: 50, ce: rows(puzzle).map((row) => [...row].map((c) => (c === "." ? {} : { v: c }))) };
}

function compressed(value: object): string {
  return lzString.compressToBase64(JSON.stringify(value));
}
