import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatGrid, formatLine } from "../format";
import { parsePuzzle } from "./parse";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const ROWS: string[] = WIKIPEDIA.match(/.{9}/g) ?? [];

const puzzles = fc
  .array(fc.constantFrom(..."123456789......"), { minLength: 81, maxLength: 81 })
  .map((cells) => cells.join(""));

const expectWikipedia = (text: string, format: "line" | "grid", notes: string[] = []): void => {
  expect(parsePuzzle(text)).toEqual({ ok: true, puzzle: WIKIPEDIA, format, notes });
};

const messageOf = (text: string): string => {
  const result = parsePuzzle(text);
  return result.ok ? `read as ${result.puzzle}` : result.message;
};

describe("a puzzle in one line", () => {
  it.each([".", "0", "*", "_", "-", " ", "·"])("reads %j as a blank", (blank) => {
    expectWikipedia(WIKIPEDIA.replaceAll(".", blank), "line");
    expectWikipedia(`${WIKIPEDIA.replaceAll(".", blank)}\r\n`, "line");
  });

  it("reads the first field of a CSV line that is a puzzle, and says what it left", () => {
    const rest = "Only the field with the puzzle was read; the rest of its line was ignored.";
    expectWikipedia(`${WIKIPEDIA},${SOLUTION},3`, "line", [rest]);
    expectWikipedia(`quizzes,solutions\n${WIKIPEDIA.replaceAll(".", "0")},${SOLUTION}\n`, "line", [rest]);
    expectWikipedia(`kaggle,"${WIKIPEDIA}"`, "line", [rest]);
    expectWikipedia(`${WIKIPEDIA}\n${SOLUTION}`, "line", ["The text holds 2 puzzles; the first was taken."]);
  });

  it("reads lists of numbers", () => {
    const numbers = [...WIKIPEDIA].map((cell) => (cell === "." ? "0" : cell));
    expectWikipedia(numbers.join(","), "line");
    expectWikipedia(`[${numbers.join(", ")}]`, "line");
    expectWikipedia(JSON.stringify(ROWS.map((row) => [...row].map((cell) => Number(cell) || 0))), "line");
  });

  it("reads full grids and empty ones", () => {
    expect(parsePuzzle(SOLUTION)).toMatchObject({ puzzle: SOLUTION });
    expect(parsePuzzle("0".repeat(81))).toMatchObject({ puzzle: ".".repeat(81) });
    expect(parsePuzzle("-".repeat(81))).toMatchObject({ puzzle: ".".repeat(81) });
  });
});

describe("a puzzle as a grid", () => {
  it("reads back what is written out", () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        expect(parsePuzzle(formatGrid(puzzle))).toEqual({ ok: true, puzzle, format: "grid", notes: [] });
        expect(parsePuzzle(formatLine(puzzle))).toEqual({ ok: true, puzzle, format: "line", notes: [] });
      }),
    );
  });

  it.each([".", "0", "*", "_", "-", "·"])("reads nine lines, bare or drawn, with %j for blanks", (blank) => {
    const rows = ROWS.map((row) => row.replaceAll(".", blank));
    expectWikipedia(rows.join("\n"), "grid");
    expectWikipedia(rows.join("\r\n\r\n"), "grid");
    expectWikipedia(rows.map((row) => [...row].join(" ")).join("\n"), "grid");
    const barred = rows.map((row) => `|${row.match(/.../g)?.join("|")}|`);
    for (const rule of ["+---+---+---+", "|---+---+---|", "-------------", "|---|---|---|", "*-----------*"]) {
      const drawn = [0, 3, 6].flatMap((row) => [rule, ...barred.slice(row, row + 3)]);
      expectWikipedia([...drawn, rule].join("\n"), "grid");
    }
  });

  it("takes nine dashes for a row of blanks where a row is missing", () => {
    const puzzle = `${".".repeat(9)}${WIKIPEDIA.slice(9, 72)}${".".repeat(9)}`;
    const rows = (puzzle.match(/.{9}/g) ?? []).map((row) => row.replaceAll(".", "-"));
    expect(parsePuzzle(rows.join("\n"))).toMatchObject({ ok: true, puzzle });
    // With rules of nine dashes as well, it is their place that tells.
    const ruled = [0, 3, 6].map((row) => rows.slice(row, row + 3).join("\n")).join("\n---------\n");
    expect(parsePuzzle(ruled)).toMatchObject({ ok: true, puzzle });
    expect(parsePuzzle(formatGrid(puzzle).replaceAll(".", "-"))).toMatchObject({ ok: true, puzzle });
  });

  it("takes spaces for blanks when nothing else can be, also where an editor dropped them", () => {
    const rows = ROWS.map((row) => row.replaceAll(".", " "));
    expectWikipedia(rows.join("\n"), "grid");
    expectWikipedia(rows.map((row) => row.trimEnd()).join("\n"), "grid");
    expectWikipedia(rows.map((row) => row.match(/.../g)?.join("|")).join("\n"), "grid");
  });

  it("takes empty fields for blanks", () => {
    for (const separator of [",", ";", "\t", "|"]) {
      expectWikipedia(
        ROWS.map((row) => [...row.replaceAll(".", " ")].map((c) => c.trim()).join(separator)).join("\n"),
        "grid",
      );
    }
    expectWikipedia(ROWS.map((row) => `| ${[...row.replaceAll(".", " ")].join(" | ")} |`).join("\n"), "grid");
  });

  it("passes over comments, headers and other sections", () => {
    expectWikipedia(
      `#Aauthor http://example.com\n#Leasy\n[Puzzle]\n${ROWS.join("\n")}\n[State]\n${SOLUTION}\n`,
      "grid",
    );
    expectWikipedia(`# from a list\n${WIKIPEDIA}`, "line");
    expectWikipedia(`\uFEFF\n\n${ROWS.join("\n")}\n\n`, "grid");
  });
});

describe("a text that is no puzzle", () => {
  it("says how many cells are missing or too many", () => {
    expect(messageOf(WIKIPEDIA.slice(1))).toBe(
      "Found 80 cells, a Sudoku has 81: one character is missing. Write 1 to 9 for a digit and . or 0 for a blank.",
    );
    expect(messageOf(`${WIKIPEDIA}12`)).toContain("Found 83 cells, a Sudoku has 81: 2 characters are too many.");
    expect(messageOf("5")).toContain("Found 1 cell, a Sudoku has 81: 80 characters are missing.");
  });

  it("names the line that is too short or too long", () => {
    const short = ROWS.with(3, "8...6..3");
    expect(messageOf(short.join("\n"))).toContain("Line 4 has 8 cells; each of the 9 lines of a Sudoku has 9.");
    expect(messageOf(["# title", ...short].join("\n"))).toContain("Line 5 has 8 cells");
    // Also when another line makes up for it.
    expect(messageOf(short.with(5, "7...2....6").join("\n"))).toContain("Line 4 has 8 cells");
  });

  it("names the first character it cannot read", () => {
    expect(messageOf(ROWS.with(2, ".98..x.6.").join("\n"))).toBe(
      'Line 3, character 6: "x" is neither a digit nor a blank. Write 1 to 9 for a digit and . or 0 for a blank.',
    );
    expect(messageOf("hello")).toContain('Line 1, character 1: "h"');
    expect(messageOf("😀")).toContain('Line 1, character 1: "😀"');
  });

  it("says that other sizes are not supported", () => {
    expect(messageOf("1...".repeat(4))).toBe(
      "Found 16 cells, which is a 4×4 grid. Only classic 9×9 Sudoku is supported.",
    );
    expect(messageOf(`${".".repeat(16)}\n`.repeat(16))).toContain("a 16×16 grid");
  });

  it("asks for a puzzle when there is nothing, and for less when there is too much", () => {
    expect(messageOf(" \n ")).toContain("There is nothing to read");
    expect(messageOf("1".repeat(100_001))).toContain("The text has 100001 characters; at most 100000 are read.");
  });
});
