import { type Evaluator, openEvaluator } from "./browser";
import { solveInJobs } from "./jobs";
import type { Options } from "./options";
import type { Solve } from "./work";

/** Something that evaluates; `where` says where, for a person. */
export interface Solver {
  readonly kind: "webgpu" | "wasm";
  readonly where: string;
  readonly solve: Solve;
  close(): Promise<void>;
}

/**
 * WebGPU in a headless browser where this computer has a graphics processor, else WebAssembly in processes: a software
 * adapter is the same CPU, only slower. `backend` decides otherwise. Rejects with an Error for a person.
 */
export async function openSolver({ backend, jobs }: Pick<Options, "backend" | "jobs">): Promise<Solver> {
  if (backend === "wasm") return inProcesses(jobs, "");
  if (backend === "webgpu") return inBrowser(await openEvaluator(true));
  try {
    return inBrowser(await openEvaluator(false));
  } catch (error) {
    return inProcesses(jobs, `: ${error instanceof Error ? error.message : error}`);
  }
}

function inBrowser({ adapter, solve, close }: Evaluator): Solver {
  const note = adapter.software ? " (a software adapter: the CPU)" : "";
  return { kind: "webgpu", where: `WebGPU in headless Chromium, ${adapter.name}${note}`, solve, close };
}

function inProcesses(jobs: number, why: string): Solver {
  return {
    kind: "wasm",
    where: `WebAssembly in ${jobs} ${jobs === 1 ? "process" : "processes"}${why}`,
    solve: (kind, request, onResult) => solveInJobs({ kind, request }, jobs, onResult),
    close: async () => {},
  };
}
