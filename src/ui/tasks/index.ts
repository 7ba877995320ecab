import { DEFAULT_TASK } from "../../model/tasks";
import { say } from "../../words/say";
import { sudokuView } from "./sudoku/view";
import type { TaskView } from "./view";

/** The register of what the page shows of tasks, one entry each. */
export const TASK_VIEWS: readonly TaskView[] = [sudokuView];

/** The view of a task; the default task without a name. Throws an Error where the page cannot show it. */
export function taskViewNamed(name: string = DEFAULT_TASK): TaskView {
  const view = TASK_VIEWS.find((one) => one.name === name);
  if (!view) throw new Error(say`The page cannot show the task "${name}": add its view to src/ui/tasks.`);
  return view;
}
