import { fromModel, say } from "../../words/say";
import type { Tone } from "../store/notices";
import type { WorkerStatus } from "../store/run";

export interface WorkerBanner {
  readonly tone: Tone;
  readonly text: string;
  readonly action?: "retry" | "webgpu";
  /** Under this name it can be closed for good. */
  readonly dismissAs?: string;
}

/** What there is to say about the worker; null while all is well. `asked`: the person wanted it to run on the CPU. */
export function workerBanner(worker: WorkerStatus, asked: boolean): WorkerBanner | null {
  switch (worker.kind) {
    case "loading":
      return null;
    case "lost":
      return { tone: "warning", text: say`The GPU was reset; setting up again … ${fromModel(worker.message)}`.trim() };
    case "failed":
      return {
        tone: "error",
        text: say`${worker.during === "load" ? say`The network could not be loaded.` : say`The run stopped.`} ${fromModel(worker.message)} Your puzzle and settings are safe.`,
        action: "retry",
      };
    case "ready": {
      const why = worker.backend.whyNotWebgpu;
      if (why === null || asked) return null;
      return {
        tone: "info",
        text: say`${why} The network runs on the CPU instead: the same run, only slower.`,
        action: "webgpu",
        dismissAs: "no-webgpu",
      };
    }
  }
}
