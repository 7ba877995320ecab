import LZString from "lz-string";
import { describe, expect, it } from "vitest";
import { digitsOf } from "../../grid";
import { parsePuzzle } from "../parse";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";

const expectWikipedia = (link: string, format: string, notes: string[] = []): void => {
  expect(parsePuzzle(link)).toEqual({ ok: true, puzzle: WIKIPEDIA, format, notes });
};

const messageOf = (text: string): string => {
  const result = parsePuzzle(text);
  return result.ok ? `read as ${result.puzzle}` : result.message;
};

const rowsOf = <T>(cells: T[]): T[][] => Array.from({ length: 9 }, (_, row) => cells.slice(row * 9, row * 9 + 9));
/** What is said of a puzzle with rules beyond the classic ones: it is never read as a classic one. */
const further = (names: string): string => `puzzle has further rules: ${names}. Only classic 9×9 Sudoku is supported.`;

describe("a SudokuWiki link", () => {
  const page = "https://www.sudokuwiki.org/sudoku.htm";

  it("holds the board as 81 digits after bd=", () => {
    expectWikipedia(`${page}?bd=${WIKIPEDIA.replaceAll(".", "0")}`, "sudokuwiki");
    expectWikipedia(`Look: <${page}?bd=${WIKIPEDIA}&x=1#top>`, "sudokuwiki");
    expectWikipedia(`bd=${WIKIPEDIA}`, "sudokuwiki");
  });

  it("or as two characters a cell, of which the givens are taken", () => {
    // A given is 1-9, a digit found is 9 more, and candidates are a mask of bits times two, and more.
    const solved = digitsOf(SOLUTION);
    const codes = [...digitsOf(WIKIPEDIA)].map(
      (given, cell) => given || (cell % 2 ? (solved[cell] ?? 0) + 9 : 200 + cell),
    );
    const board = `S9B${codes.map((code) => code.toString(36).padStart(2, "0")).join("")}`;
    const left = "Only the givens were taken; digits found while solving and candidates were left out.";
    expectWikipedia(`${page}?bd=${board}`, "sudokuwiki", [left]);
  });

  it("says when the board is cut off or in another form", () => {
    expect(messageOf(`${page}?bd=${WIKIPEDIA.slice(0, 60)}`)).toContain("has 60 cells after bd=, a Sudoku has 81");
    expect(messageOf(`${page}?bd=S9Babc`)).toContain("in a form that cannot be read");
  });
});

/** What f-puzzles writes into its links. */
const fPuzzle = (extra: { [key: string]: unknown } = {}) => ({
  size: 9,
  title: "Test",
  grid: rowsOf([...digitsOf(WIKIPEDIA)].map((digit) => (digit > 0 ? { value: digit, given: true } : {}))),
  ...extra,
});
const pack = (value: unknown): string => LZString.compressToBase64(JSON.stringify(value));

describe("an f-puzzles link", () => {
  const link = (value: unknown) => `https://www.f-puzzles.com/?load=${pack(value)}`;

  it("holds the givens compressed, however the link was encoded", () => {
    expectWikipedia(link(fPuzzle()), "f-puzzles");
    expectWikipedia(`https://f-puzzles.com/?load=${encodeURIComponent(pack(fPuzzle()))}`, "f-puzzles");
    expectWikipedia(
      link(fPuzzle({ solution: [...digitsOf(SOLUTION)], killercage: [], antiknight: false })),
      "f-puzzles",
    );
  });

  it("takes givens, not digits entered since, and all digits where none is a given", () => {
    const cells = [...digitsOf(SOLUTION)].map((value, cell) => ({ value, given: WIKIPEDIA[cell] !== "." }));
    expectWikipedia(link(fPuzzle({ grid: rowsOf(cells) })), "f-puzzles");
    const entered = [...digitsOf(WIKIPEDIA)].map((value) => (value ? { value } : {}));
    expectWikipedia(link(fPuzzle({ grid: rowsOf(entered) })), "f-puzzles", [
      "No digit in the link is marked as a given, so all its digits were taken.",
    ]);
  });

  it("refuses further rules by name", () => {
    const cells = [...digitsOf(WIKIPEDIA)].map((value, cell) => ({ value, given: value > 0, region: cell % 9 }));
    const variant = fPuzzle({
      killercage: [{ cells: ["R1C1", "R1C2"], value: "8" }],
      thermometer: [{ lines: [["R1C1"]] }],
      "diagonal+": true,
      "diagonal-": true,
      somethingnew: [{ cells: [] }],
      grid: rowsOf(cells),
    });
    const names = "killer cages, thermometers, diagonals, somethingnew, irregular regions";
    expect(messageOf(link(variant))).toContain(further(names));
    for (const [key, name] of [
      ["arrow", "arrows"],
      ["extraregion", "extra regions"],
    ] as const)
      expect(messageOf(link(fPuzzle({ [key]: [1] })))).toContain(further(name));
    expectWikipedia(link(fPuzzle({ text: [{ value: "by A" }] })), "f-puzzles", [
      "Ignored: drawings. Only the givens were taken, as a classic 9×9 Sudoku.",
    ]);
  });

  it("refuses other sizes, damaged data and links without data", () => {
    const small = Array(6).fill(Array(6).fill({}));
    expect(messageOf(link({ size: 6, grid: small }))).toContain("a 6×6 grid. Only classic 9×9 Sudoku is supported.");
    expect(messageOf(link(fPuzzle()).slice(0, -40))).toContain("damaged, cut off or too long");
    expect(messageOf(link([]))).toContain("damaged, cut off or too long");
    expect(messageOf("https://f-puzzles.com/?id=abcdef12")).toContain("copy the long link with ?load=");
  });
});

/** What SudokuPad writes into its links: JSON without most quotes and without empty objects. */
const sudokuPad = (extra = ""): string => {
  const rows = rowsOf([...digitsOf(WIKIPEDIA)].map((digit) => (digit > 0 ? `{v:${digit}}` : "")));
  const regions = Array.from({ length: 9 }, (_, box) => {
    const cells = Array.from({ length: 9 }, (_, k) => {
      const row = Math.floor(box / 3) * 3 + Math.floor(k / 3);
      return `[${row},${(box % 3) * 3 + (k % 3)}]`;
    });
    return `[${cells}]`;
  });
  return `{id:'x',cs:50,ce:[${rows.map((row) => `[${row}]`)}],re:[${regions}],ca:[{v:'title: It\\'s'}]${extra}}`;
};

describe("a SudokuPad link", () => {
  const data = LZString.compressToBase64(sudokuPad());

  it("holds the puzzle after scl or ctc, in the path or as puzzleid", () => {
    expectWikipedia(`https://sudokupad.app/scl${data}`, "sudokupad");
    expectWikipedia(`https://sudokupad.app/ctc${encodeURIComponent(data)}?setting-nogrid=1`, "sudokupad");
    expectWikipedia(`https://app.crackingthecryptic.com/sudoku/?puzzleid=scl${data}`, "sudokupad");
    expectWikipedia(`https://app.crackingthecryptic.com/sudoku/scl${data}`, "sudokupad");
    expectWikipedia(
      `https://sudokupad.app/sudoku/scl${LZString.compressToEncodedURIComponent(sudokuPad())}`,
      "sudokupad",
    );
    expectWikipedia(`scl${data}`, "sudokupad");
  });

  it("or as plain JSON with long names", () => {
    const cells = rowsOf([...digitsOf(WIKIPEDIA)].map((value) => (value ? { value: String(value) } : {})));
    expectWikipedia(`https://sudokupad.app/scl${pack({ cells, cages: [], metadata: { title: "x" } })}`, "sudokupad");
  });

  it("or as an f-puzzles puzzle", () => {
    expectWikipedia(`https://sudokupad.app/fpuz${pack(fPuzzle())}`, "sudokupad");
    expectWikipedia(`https://sudokupad.app/fpuzzles${pack(fPuzzle())}`, "sudokupad");
    expect(messageOf(`https://sudokupad.app/fpuz${pack(fPuzzle({ arrow: [1] }))}`)).toContain(further("arrows"));
  });

  it("or in one of two short codes for classic grids", () => {
    // Runs of blanks as letters: A 0, B 1, C 2 ...
    const letters = WIKIPEDIA.replace(/\.+/g, (run) => String.fromCharCode(65 + run.length));
    expectWikipedia(`https://sudokupad.app/classic${letters}`, "sudokupad");
    // A digit and the blanks after it as one character.
    const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx";
    const runs = WIKIPEDIA.replace(
      /.\.{0,5}/g,
      (run) => alphabet[(Number(run[0]) || 0) + 10 * (run.length - 1)] ?? "?",
    );
    expectWikipedia(`https://sudokupad.app/classic${runs}`, "sudokupad");
    expectWikipedia(`https://sudokupad.app/scf${runs}`, "sudokupad");
    expect(messageOf(`https://sudokupad.app/scf${runs}*x`)).toContain(further("diagonals"));
    expect(messageOf(`https://sudokupad.app/scf${runs}*w`)).toContain(further("extra regions"));
    expectWikipedia(`https://sudokupad.app/scl${pack({ p: runs, n: "name", s: "", m: "" })}`, "sudokupad");
  });

  it("refuses further rules by name, and leaves fog out", () => {
    const variant = sudokuPad(",l:[{wp:[]}],a:[{}],o:[{w:1}],foglight:[[0,0]],metadata:{antiknight:t}");
    const caged = variant.replace("ca:[", "ca:[{ce:[[0,0],[0,1]],v:8},").replace("re:[[[0,0]", "re:[[[8,8]");
    expect(messageOf(`https://sudokupad.app/scl${LZString.compressToBase64(caged)}`)).toContain(
      further("cages, arrows, lines, drawings, an anti-knight rule, irregular regions"),
    );
    expectWikipedia(
      `https://sudokupad.app/scl${LZString.compressToBase64(sudokuPad(",foglight:[[0,0]]"))}`,
      "sudokupad",
      ["The fog was left out: all givens were taken."],
    );
  });

  it("says when the link only names a puzzle on the server", () => {
    for (const id of ["abc123", "sudoku/abc123?x=1", "fpuzzlesyhkyz63b", "marty/some-title"]) {
      expect(messageOf(`https://sudokupad.app/${id}`)).toContain("does not hold the puzzle itself");
    }
    expect(messageOf("https://sudokupad.app/")).toContain("to no puzzle");
  });

  it("refuses other sizes and damaged data", () => {
    const small = LZString.compressToBase64("{ce:[[,],[,]]}");
    expect(messageOf(`https://sudokupad.app/scl${small}`)).toContain("a 2×2 grid. Only classic 9×9 Sudoku");
    expect(messageOf(`https://sudokupad.app/scl${data.slice(0, 100)}`)).toContain("damaged, cut off or too long");
    expect(messageOf("https://sudokupad.app/classic123")).toContain("damaged, cut off or too long");
  });
});

describe("other links", () => {
  it("are named, with what can be read instead", () => {
    expect(messageOf("https://example.com/sudoku/5")).toBe(
      "No puzzle can be read from a link to example.com. " +
        "Paste a link of SudokuWiki, SudokuPad or f-puzzles, or the 81 characters of the puzzle.",
    );
  });

  it("do not hide a puzzle that the text holds as well", () => {
    expectWikipedia(`https://example.com/5 ${WIKIPEDIA}`, "line", [
      "Only the field with the puzzle was read; the rest of its line was ignored.",
    ]);
  });
});
