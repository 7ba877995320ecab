import { describe, expect, it } from "vitest";
import { readPuzzles } from "./readPuzzles";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const solution = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const zeros = puzzle.replaceAll(".", "0");

describe("readPuzzles", () => {
  it("takes a puzzle a line, with a solution where there is one", () => {
    expect(readPuzzles(`${puzzle}\n${zeros},${solution}\n`)).toEqual({
      tasks: [
        { line: 1, puzzle, solution: null },
        { line: 2, puzzle, solution },
      ],
      malformed: [],
    });
  });

  it.each([
    ["puzzle,solution", `${zeros},${solution}`],
    ["source,question,answer,rating", `kaggle,${puzzle},${solution},3`],
    ["id;puzzle;solution;clues", `17;${puzzle};${solution};30`],
    ['"quizzes","solutions"', `"${zeros}","${solution}"`],
    ["\uFEFFpuzzle\tsolution\r", `${zeros}\t${solution}\r`],
  ])("finds the columns by what is in them, under the headings %s", (headings, row) => {
    expect(readPuzzles(`${headings}\n${row}`)).toEqual({ tasks: [{ line: 2, puzzle, solution }], malformed: [] });
  });

  it("names lines that are no puzzles, and goes on", () => {
    const clash = `55${puzzle.slice(2)}`;
    const wrong = solution.replace(/^5/, "1");
    const text = [puzzle, "", "hello", puzzle.slice(1), clash, `${puzzle},${wrong}`, puzzle].join("\n");
    const { tasks, malformed } = readPuzzles(text);
    expect(tasks.map(({ line }) => line)).toEqual([1, 7]);
    expect(malformed).toEqual([
      { line: 3, why: "no column is a puzzle of 81 characters (the longest column has 5)" },
      { line: 4, why: "no column is a puzzle of 81 characters (the longest column has 80)" },
      { line: 5, why: "the givens break the rules: two 5s in row 1" },
      { line: 6, why: "its solution is not a valid grid that keeps the givens" },
    ]);
  });

  it("passes over comments", () => {
    const text = `# sixty puzzles\npuzzle,solution\n${puzzle},${solution} # the first`;
    expect(readPuzzles(text)).toEqual({ tasks: [{ line: 3, puzzle, solution }], malformed: [] });
  });

  it("does not take a broken first puzzle for headings", () => {
    expect(readPuzzles(`x${puzzle}\n${puzzle}`).malformed).toHaveLength(1);
    expect(readPuzzles("")).toEqual({ tasks: [], malformed: [] });
  });
});
