import type { PageStore } from "../store/page";
import type { PuzzleStore } from "../store/puzzle";
import type { TaskSolver } from "../tasks/view";

/** Keeps what the solver of the puzzle's task finds out about the puzzle on the board in the page's store. */
export function keepFindings(puzzle: PuzzleStore, page: PageStore, solverOf: (task?: string) => TaskSolver): void {
  const ask = async (text: string, task?: string): Promise<void> => {
    const findings = await solverOf(task)
      .analyse(text)
      .catch(() => null);
    if (findings && puzzle.getState().puzzle === text) page.setState({ findings: { puzzle: text, ...findings } });
  };
  puzzle.subscribe((now, before) => {
    if (now.puzzle !== before.puzzle || now.task !== before.task) void ask(now.puzzle, now.task);
  });
  const { puzzle: text, task } = puzzle.getState();
  void ask(text, task);
}
