import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateForDifficulty } from "../tasks/sudoku/generate";
import { seededRng } from "../tasks/sudoku/random";
import { DIFFICULTIES, difficultyOf, rate } from "../tasks/sudoku/rate";
import { read } from "../tasks/sudoku/read/read";

const text = readFileSync(new URL("../../../public/puzzles/sample.csv", import.meta.url), "utf8");
const { puzzles: tasks, malformed } = read(text);
const ratings = text
  .trim()
  .split("\n")
  .map((line) => Number(line.split(",")[2]));

it("the shipped sample has fifteen puzzles of each difficulty, each with its only solution and its rating", () => {
  expect([tasks.length, malformed]).toEqual([60, []]);
  expect(tasks.map(({ puzzle }) => rate(puzzle))).toEqual(ratings);
  const difficulties = tasks.map(({ puzzle }, i) => difficultyOf({ puzzle, rating: ratings[i] ?? -1 }));
  expect(difficulties).toEqual(Array.from({ length: 60 }, (_, i) => DIFFICULTIES[i % 4]));
});

it("is what npm run generate -- --count 60 --mix --seed sample makes", () => {
  const rng = seededRng("sample");
  // The first ones will do: each follows from the state of the generator that the one before left.
  const made = DIFFICULTIES.map((difficulty) => generateForDifficulty(rng, difficulty).puzzle);
  expect(tasks.slice(0, 4).map(({ puzzle }) => puzzle)).toEqual(made);
});
