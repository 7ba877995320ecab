import type { TaskSolver, TaskViewNamed } from "./view";

/** The solver of each task, started when it is first asked for. */
export function createSolvers(taskView: TaskViewNamed): (task?: string) => TaskSolver {
  const started = new Map<string, TaskSolver>();
  return (task) => {
    const { name, startSolver } = taskView(task);
    const solver = started.get(name) ?? startSolver();
    started.set(name, solver);
    return solver;
  };
}
