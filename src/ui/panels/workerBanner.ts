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
      return { tone: "warning", text: `The GPU was reset; setting up again … ${worker.message}`.trim() };
    case "failed":
      return {
        tone: "error",
        text: `${worker.during === "load" ? "The network could not be loaded." : "The run stopped."} ${worker.message} Your puzzle and settings are safe.`,
        action: "retry",
      };
    case "ready": {
      const why = worker.backend.whyNotWebgpu;
      if (why === null || asked) return null;
      return {
        tone: "info",
        text: `${why} The network runs on the CPU instead: the same run, only slower.`,
        action: "webgpu",
        dismissAs: "no-webgpu",
      };
    }
  }
}
