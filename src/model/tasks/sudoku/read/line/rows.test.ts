import { describe, expect, it } from "vitest";
import { whyNotEvaluable } from "../evaluable";
import { read } from "../read";
import { describeMalformed } from "../reading";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const solution = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const zeros = puzzle.replaceAll(".", "0");

/** What is read, as far as an evaluation needs it. */
const rows = (text: string) => {
  const { puzzles, malformed } = read(text);
  return {
    puzzles: puzzles.map(({ line, puzzle, solution }) => ({ line, puzzle, solution })),
    malformed: malformed.map(describeMalformed),
  };
};

describe("a list or a table of puzzles", () => {
  it("has one puzzle per line, with a solution where there is one", () => {
    expect(rows(`${puzzle}\n${zeros},${solution}\n`)).toEqual({
      puzzles: [
        { line: 1, puzzle, solution: null },
        { line: 2, puzzle, solution },
      ],
      malformed: [],
    });
  });

  it.each([
    ["puzzle,solution", `${zeros},${solution}`],
    ["solution,puzzle", `${solution},${zeros}`],
    ["source,question,answer,rating", `kaggle,${puzzle},${solution},3`],
    ["id;puzzle;solution;clues", `17;${puzzle};${solution};30`],
    ['"quizzes","solutions"', `"${zeros}","${solution}"`],
    ["\uFEFFpuzzle\tsolution\r", `${zeros}\t${solution}\r`],
  ])("finds the columns under the headings %s", (headings, row) => {
    expect(rows(`${headings}\n${row}`)).toEqual({ puzzles: [{ line: 2, puzzle, solution }], malformed: [] });
  });

  it("names lines that are no puzzles, and goes on", () => {
    const clash = `55${puzzle.slice(2)}`;
    const wrong = solution.replace(/^5/, "1");
    const text = [puzzle, "", "hello", puzzle.slice(1), clash, `${puzzle},${wrong}`, puzzle].join("\n");
    expect(rows(text).malformed).toEqual([
      'Line 3, character 1: "h" is neither a digit nor a blank. Write 1 to 9 for a digit and . or 0 for a blank.',
      "Line 4: Found 80 cells, a Sudoku has 81: one character is missing. Write 1 to 9 for a digit and . or 0 for a blank.",
    ]);
    expect(read(text).puzzles.map((one) => [one.line, whyNotEvaluable(one)])).toEqual([
      [1, null],
      [5, "The clues break the rules: two 5s in row 1."],
      [6, "Its solution is not a valid grid that keeps the givens."],
      [7, null],
    ]);
  });

  it("passes over comments", () => {
    const text = `# sixty puzzles\npuzzle,solution\n${puzzle},${solution} # the first`;
    expect(rows(text)).toEqual({ puzzles: [{ line: 3, puzzle, solution }], malformed: [] });
  });

  it("does not take a broken first puzzle for headings", () => {
    expect(rows(`x${puzzle}\n${puzzle}`).malformed).toHaveLength(1);
    expect(rows("")).toEqual({ puzzles: [], malformed: [] });
  });
});
