import type { Term } from "../../model/eqr/recipe/terms";
import { type PuzzleStore, samePuzzle } from "../store/puzzle";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import { GAUSSIAN_START, type StartStore } from "../store/start";

export type StartActions = ReturnType<typeof createStartActions>;

/** Where the first trajectory starts. What was chosen is forgotten when the puzzle or the seed changes: it was theirs. */
export function createStartActions(start: StartStore, puzzle: PuzzleStore, settings: SettingsStore, run: RunStore) {
  const forget = (): void => {
    if (start.getState() !== GAUSSIAN_START) start.setState(GAUSSIAN_START);
  };
  puzzle.subscribe((now, before) => {
    if (!samePuzzle(now, before)) forget();
  });
  settings.subscribe((now, before) => {
    if (now.fields.seed !== before.fields.seed) forget();
  });
  return {
    /** Runs the start that terms name as the first trajectory. */
    startAt(terms: readonly Term[], where: string): void {
      run.setState({ selected: 0, followBest: false });
      start.setState({ terms: terms.map((term) => ({ ...term, weight: tidyWeight(term.weight) })), where });
    },
    forget,
  };
}

/** Short enough to be the same number again after a link. */
function tidyWeight(weight: number): number {
  return Number(weight.toFixed(6));
}
