import { expect, it } from "vitest";
import { DEFAULT_TASK, problemOf, taskNamed } from "../../model/tasks";
import { TASK_VIEWS, taskViewNamed } from ".";

it("shows the default task where none is named, and says which it cannot show", () => {
  expect(taskViewNamed().name).toBe(DEFAULT_TASK);
  expect(() => taskViewNamed("maze")).toThrow(/cannot show the task "maze": add its view/);
});

it("names the cells of a Sudoku by row and column, from 1", () => {
  const { cellName, shortCellName, grid } = taskViewNamed("sudoku").board;
  expect([cellName(40), shortCellName(40), cellName(2)]).toEqual(["row 5 column 5", "r5c5", "row 1 column 3"]);
  expect(taskViewNamed().board.grid).toBe(grid);
});

it.each(TASK_VIEWS.map((view) => [view.name, view] as const))("%s reads what it writes", async (name, view) => {
  expect(taskNamed(name).name).toBe(name);
  for (const puzzle of [view.blank, view.first.puzzle]) {
    expect(problemOf({ task: name, puzzle }).text).toBe(puzzle);
    expect(await view.read(view.asText(puzzle))).toMatchObject(puzzle === view.blank ? {} : { ok: true, puzzle });
  }
  const changed = view.withValue(view.blank, 1, 1);
  expect(problemOf({ task: name, puzzle: changed }).input[1]).toBe(1);
  expect(view.withValue(changed, 1, 0)).toBe(view.blank);
  const { tasks } = await view.readMany(new Blob([`${changed}\n`]));
  expect(tasks).toMatchObject([{ line: 1, puzzle: changed, solution: null }]);
});
