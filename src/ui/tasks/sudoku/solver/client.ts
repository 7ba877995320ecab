import { type Remote, wrap } from "comlink";
import { DIFFICULTIES } from "../../../../model/tasks/sudoku/rate";
import { say } from "../../../../words/say";
import type { TaskSolver } from "../../view";
import { type Analysis, describeBroken, describeEffort, describePuzzle } from "./describe";
import type { Solver } from "./solver.worker";

/** Talks to the solver's worker. A count that is overtaken by an edit is dropped before it starts. */
export function createSolverClient(worker: () => Worker): TaskSolver {
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
      if (!analysis || ticket !== latest) return null;
      const solution = analysis.kind === "unique" ? analysis.solution : null;
      const [facts, broken, effort] = [
        describePuzzle(puzzle, analysis),
        describeBroken(analysis),
        describeEffort(analysis),
      ];
      const impossible = analysis.kind === "none" || analysis.kind === "conflict";
      return { facts, broken, impossible, solution, effort };
    },
    async generate(level, seed) {
      const difficulty = DIFFICULTIES.find((one) => one === level);
      if (!difficulty) throw new Error(say`There is no difficulty "${level}"; known: ${DIFFICULTIES.join(", ")}.`);
      const made = await solver().generate(difficulty, seed);
      return { puzzle: made.puzzle, level: made.difficulty };
    },
  };
}

/** The worker itself, started when it is first asked. */
export function solverWorker(): Worker {
  return new Worker(new URL("./solver.worker.ts", import.meta.url), { type: "module", name: "solver" });
}
