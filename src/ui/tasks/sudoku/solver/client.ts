import { type Remote, wrap } from "comlink";
import type { Generated } from "../../../../model/tasks/sudoku/generate";
import type { Puzzle } from "../../../../model/tasks/sudoku/grid";
import type { Difficulty } from "../../../../model/tasks/sudoku/rate";
import type { Analysis } from "./describe";
import type { Solver } from "./solver.worker";

export interface SolverClient {
  /** What there is to say about a puzzle, or null when a later question has taken its place. */
  analyse(puzzle: Puzzle): Promise<Analysis | null>;
  generate(difficulty: Difficulty, seed: number): Promise<Generated & { difficulty: Difficulty }>;
}

/** Talks to the solver's worker. A count that is overtaken by an edit is dropped before it starts. */
export function createSolverClient(worker: () => Worker): SolverClient {
  let remote: Remote<Solver> | undefined;
  const solver = (): Remote<Solver> => {
    remote ??= wrap<Solver>(worker());
    return remote;
  };
  let latest = 0;
  let running: Promise<unknown> = Promise.resolve();
  return {
    async analyse(puzzle) {
      const ticket = ++latest;
      const turn = running.then(
        async (): Promise<Analysis | null> => (ticket === latest ? solver().analyse(puzzle) : null),
      );
      running = turn.catch(() => null);
      const analysis = await turn;
      return ticket === latest ? analysis : null;
    },
    generate: (difficulty, seed) => solver().generate(difficulty, seed),
  };
}

/** The worker itself, started when it is first asked. */
export function solverWorker(): Worker {
  return new Worker(new URL("./solver.worker.ts", import.meta.url), { type: "module", name: "solver" });
}
