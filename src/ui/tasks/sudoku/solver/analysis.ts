import type { PageStore } from "../../../store/page";
import type { PuzzleStore } from "../../../store/puzzle";
import type { SolverClient } from "./client";

/** Keeps the page told of how many solutions the puzzle on the board has. */
export function keepAnalysis(puzzle: PuzzleStore, page: PageStore, solver: SolverClient): void {
  const ask = async (text: string): Promise<void> => {
    const result = await solver.analyse(text).catch(() => null);
    if (result && puzzle.getState().puzzle === text) page.setState({ analysis: { puzzle: text, result } });
  };
  puzzle.subscribe((now, before) => {
    if (now.puzzle !== before.puzzle) void ask(now.puzzle);
  });
  void ask(puzzle.getState().puzzle);
}
