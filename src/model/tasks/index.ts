import { threeMemories, twoWells } from "./recall/task";
import { sudoku } from "./sudoku/task";
import type { Problem, Solver, Supposition, Task } from "./task";
import { xor } from "./xor/task";

/** The register of tasks, one entry each. */
const TASKS = new Map<string, Task>([sudoku, twoWells, threeMemories, xor].map((task) => [task.name, task]));

/** The task that recipes and cards mean which name none. */
export const DEFAULT_TASK = sudoku.name;

/** Throws an Error that lists the known tasks where there is none of this name. */
export function taskNamed(name: string): Task {
  const task = TASKS.get(name);
  if (!task) throw new Error(`There is no task "${name}" here; known: ${[...TASKS.keys()].join(", ")}.`);
  return task;
}

/** The task that a recipe or a card means. */
export function taskOf({ task }: { readonly task?: string | undefined }): Task {
  return taskNamed(task ?? DEFAULT_TASK);
}

/** The problem that a recipe states. Throws an Error that says what is wrong with its text. */
export function problemOf(recipe: { readonly task?: string | undefined; readonly puzzle: string }): Problem {
  return taskOf(recipe).read(recipe.puzzle);
}

/** Whether a decoded grid solves a problem, by the rules of its task. */
export function isSolution(problem: Problem, decoded: Uint8Array): boolean {
  return taskNamed(problem.task).solves(problem, decoded);
}

/** The solver of a problem's task, where it has one. */
export function solverOf(problem: Problem): Solver | undefined {
  return taskNamed(problem.task).solver;
}

/** The input of a problem with suppositions in place. Throws an Error where its task knows none. */
export function supposed(problem: Problem, suppositions: readonly Supposition[]): Uint8Array {
  if (suppositions.length === 0) return problem.input;
  const { title, suppose } = taskNamed(problem.task);
  if (!suppose) throw new Error(`${title} has no nudges: set Nudges to 0.`);
  return suppose(problem, suppositions);
}

/** Adds a task to the register until the returned function is called. */
export function addTask(task: Task): () => void {
  TASKS.set(task.name, task);
  return () => TASKS.delete(task.name);
}
