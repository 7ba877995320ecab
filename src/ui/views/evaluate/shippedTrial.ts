import { judge } from "../../../model/evaluate/judge";
import { say } from "../../../words/say";
import { type ExperimentState, isShipped } from "../../experiments/store";
import type { PuzzleLine } from "../../tasks/view";
import type { Trial } from "./store";

/**
 * The shipped evaluation, as one of this page; null where there is none. `known`: the puzzles of the present set, for their
 * lines; what is not among them is judged by the rules. `card`: of the model that runs; what another one costs is not known.
 */
export function shippedTrial(
  state: ExperimentState<"evaluate">,
  known: readonly PuzzleLine[],
  card: { readonly name: string; readonly flopsPerIteration: number } | null,
): Trial | null {
  if (!isShipped(state) || state.status !== "done") return null;
  const { request, result } = state;
  const lines = new Map(known.map((line) => [line.puzzle, line]));
  const tasks = request.puzzles.map((puzzle, i) => lines.get(puzzle) ?? { line: i + 1, puzzle, solution: null });
  const judged = result.answers.flatMap((answer) => {
    const task = tasks[answer.index];
    return task ? [judge(task, answer, request.recipe)] : [];
  });
  const flopsPerIteration = card?.name === request.recipe.model ? card.flopsPerIteration : Number.NaN;
  const cost = { breadth: request.recipe.breadth, flopsPerIteration };
  const measured = { status: "done", plan: "page", worked: 0, message: null } as const;
  return { ...measured, setName: say`the shipped sample`, request, tasks, cost, judged };
}
