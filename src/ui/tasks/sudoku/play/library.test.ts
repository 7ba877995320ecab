import { describe, expect, it } from "vitest";
import { generateForDifficulty } from "../../../../model/tasks/sudoku/generate";
import { seededRng } from "../../../../model/tasks/sudoku/random";
import { DIFFICULTIES } from "../../../../model/tasks/sudoku/rate";
import { dailyPuzzle, LIBRARY } from "./library";

describe("the library", () => {
  it("has named puzzles of each difficulty, each with a seed of its own", () => {
    const all = LIBRARY.flatMap(({ puzzles }) => puzzles);
    expect(LIBRARY.map(({ level }) => level)).toEqual(DIFFICULTIES);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ seed }) => seed)).size).toBe(all.length);
  });

  it.each(DIFFICULTIES)("makes a puzzle that is %s, twice the same", (level) => {
    const [first] = LIBRARY.find((shelf) => shelf.level === level)?.puzzles ?? [];
    const made = generateForDifficulty(seededRng(first?.seed ?? ""), level);
    expect(made.difficulty).toBe(level);
    expect(generateForDifficulty(seededRng(first?.seed ?? ""), level).puzzle).toBe(made.puzzle);
  });
});

describe("the puzzle of a day", () => {
  it("is that of the calendar's day, and harder toward the end of the week", () => {
    const friday = dailyPuzzle(new Date(2026, 10, 27, 23, 59));
    expect(friday).toEqual({ name: "Daily, 27 November 2026", level: "hard", seed: "daily-2026-11-27" });
    expect(dailyPuzzle(new Date(2026, 10, 28, 0, 1)).seed).toBe("daily-2026-11-28");
    expect(dailyPuzzle(new Date(2026, 10, 29)).level).toBe("extreme");
    expect(dailyPuzzle(new Date(2026, 10, 30)).level).toBe("easy");
  });
});
