import { describe, expect, it } from "vitest";
import { symmetryKey } from "./canonical";
import { EXAMPLES, type Example } from "./examples";
import { generateForDifficulty } from "./generate";
import { clueCount, isPuzzle } from "./grid";
import { seededRng } from "./random";
import { DIFFICULTIES, difficultyOf, rate } from "./rate";
import { describeConflict } from "./rules";
import { solve } from "./solve";

const example = (id: string): Example => {
  const found = EXAMPLES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
};

describe("examples", () => {
  it.each(EXAMPLES.map((entry) => [entry.id, entry] as const))("%s is what it says", (_, { kind, puzzle }) => {
    expect(isPuzzle(puzzle)).toBe(true);
    const result = solve(puzzle, { limit: 30 });
    expect(result.kind).toBe(kind === "several" || kind === "none" || kind === "conflict" ? kind : "unique");
    if (result.kind === "unique") expect(difficultyOf({ puzzle, rating: result.guesses })).toBe(kind);
  });

  it("cover every kind, with ids and puzzles all different", () => {
    expect(new Set(EXAMPLES.map(({ kind }) => kind))).toEqual(
      new Set([...DIFFICULTIES, "several", "none", "conflict"]),
    );
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    expect(new Set(EXAMPLES.map(({ puzzle }) => symmetryKey(puzzle))).size).toBe(EXAMPLES.length);
  });

  it.each(["easy-1", "medium-2", "hard-1", "extreme-2"])("the generator makes the one of seed %s again", (seed) => {
    const difficulty = DIFFICULTIES.find((name) => seed.startsWith(name)) ?? "easy";
    const { puzzle } = generateForDifficulty(seededRng(seed), difficulty);
    expect(EXAMPLES.find(({ source }) => source === `generated, seed ${seed}`)?.puzzle).toBe(puzzle);
  });

  it("the one for nudges is as hard as it says", () => {
    const { puzzle, note } = example("nudged-generated");
    expect(note).toContain(`${rate(puzzle)} guesses`);
  });

  it("the puzzles known for their clues have that many", () => {
    const ids = ["royle-17", "norvig-grid2", "brute-force", "few-clues", "golden-nugget", "platinum-blonde"];
    expect(ids.map((id) => clueCount(example(id).puzzle))).toEqual([17, 17, 17, 15, 21, 21]);
  });

  it("the ones with several solutions have as many as they say", () => {
    expect(solve(example("two-solutions").puzzle, { limit: 3 })).toMatchObject({ atLeast: 2, exact: true });
    expect(solve(example("many-solutions").puzzle, { limit: 100 })).toMatchObject({ atLeast: 22, exact: true });
    expect(solve(example("few-clues").puzzle, { limit: 2001 })).toMatchObject({ atLeast: 2001, exact: false });
  });

  it("the conflict is the one its name tells", () => {
    const result = solve(example("conflict").puzzle);
    expect(result.kind === "conflict" && result.conflicts.map(describeConflict)).toEqual([
      "two 5s in row 1",
      "two 5s in box 1",
    ]);
  });
});
