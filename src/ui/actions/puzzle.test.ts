import { expect, it } from "vitest";
import { createNoticeStore } from "../store/notices";
import { createPageStore } from "../store/page";
import { createPuzzleStore } from "../store/puzzle";
import { taskViewNamed } from "../tasks";
import { BLANK } from "../tasks/sudoku/puzzle";
import type { TaskSolver } from "../tasks/view";
import { createPuzzleActions } from "./puzzle";

const line = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

function stage(solver: Partial<TaskSolver> = {}) {
  const memory = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const puzzle = createPuzzleStore({ puzzle: BLANK, source: "empty" }, memory);
  const page = createPageStore();
  const notices = createNoticeStore();
  const client: TaskSolver = {
    analyse: async () => null,
    generate: async () => ({ puzzle: line, level: "hard" }),
    ...solver,
  };
  return {
    puzzle,
    page,
    notices,
    edit: createPuzzleActions({ puzzle, page, notices, taskView: taskViewNamed, solverOf: () => client }),
  };
}

it("takes a pasted puzzle as one step that can be undone", async () => {
  const { puzzle, edit, notices } = stage();
  expect((await edit.read(line)).ok).toBe(true);
  expect(puzzle.getState()).toEqual({ puzzle: line, source: "pasted" });
  expect(notices.getState().list).toMatchObject([{ tone: "info", text: expect.stringContaining("30 clues") }]);
  edit.undo();
  expect(puzzle.getState().puzzle).toBe(BLANK);
});

it("keeps the puzzle when the text holds none, and says so", async () => {
  const { puzzle, edit, notices } = stage();
  edit.put(line, "x");
  expect((await edit.read("hello")).ok).toBe(false);
  expect(puzzle.getState().puzzle).toBe(line);
  expect(notices.getState().list[0]?.text).toMatch(/Your puzzle is unchanged\.$/);
});

it("makes no step of history where nothing changes", () => {
  const { puzzle, edit } = stage();
  edit.setValue(0, 0);
  edit.clear();
  expect(puzzle.temporal.getState().pastStates).toEqual([]);
});

it("generates, and says when it cannot", async () => {
  const { puzzle, page, edit } = stage();
  const made = edit.generate("hard");
  expect(page.getState().generating).toBe(true);
  await made;
  expect(page.getState().generating).toBe(false);
  expect(puzzle.getState()).toEqual({ puzzle: line, source: "generated, hard" });

  const broken = stage({ generate: () => Promise.reject(new Error("no")) });
  await broken.edit.generate("hard");
  expect(broken.puzzle.getState().puzzle).toBe(BLANK);
  expect(broken.notices.getState().list).toMatchObject([{ tone: "error" }]);
});
