import type { Running } from "../experiments/experiment";
import {
  type ExperimentEvent,
  type ExperimentKind,
  type ExperimentRequest,
  type PartialOf,
  type ResultOf,
  runExperiment,
} from "../experiments/requests";
import { createLab, type Lab, type LabOptions } from "../lab/lab";
import { describeFailure } from "./failure";
import type { FromWorker, ToWorker } from "./protocol";
import type { Rate } from "./rate";
import { DeviceLost, type Session } from "./session";

export type ExperimentMessage = Extract<ToWorker, { type: "experiment" | "cancel-experiment" | "pause-experiment" }>;

export interface Experimenter {
  handle(message: ExperimentMessage): void;
  /** A slice of the experiment whose turn it is; null where there is none, or it is the main run's turn. */
  nextJob(session: Session, mainIsBusy: boolean): (() => Promise<void>) | null;
  /** Ends all of them, with a reason for a person. */
  failAll(message: string): void;
}

export interface ExperimenterDeps extends Required<Pick<LabOptions, "recall" | "axesOf">> {
  readonly post: (message: FromWorker) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly rate: Rate;
}

interface Job {
  readonly id: number;
  readonly request: ExperimentRequest;
  cancelled: boolean;
  paused: boolean;
  /** Made when its first turn comes. */
  running: { readonly lab: Lab; readonly steps: Running<PartialOf<ExperimentKind>, ResultOf<ExperimentKind>> } | null;
}

/** While the main run is busy, experiments get at most this share of the time. */
const SHARE = 0.25;

/** Runs experiments slice by slice, in turn, beside the main run. */
export function createExperimenter({ post, now, rate, recall, axesOf }: ExperimenterDeps): Experimenter {
  let jobs: Job[] = [];
  /** Until then the main run goes first. */
  let rested = 0;

  function report(id: number, event: ExperimentEvent): void {
    post({ type: "experiment", id, event });
  }

  function close(job: Job, event: ExperimentEvent): void {
    // It may have ended in the middle of a slice.
    if (!jobs.includes(job)) return;
    jobs = jobs.filter((other) => other !== job);
    // On a device that is gone there is nothing left to give back, and trying may throw.
    job.running?.steps.throw(new Error("The experiment was abandoned.")).catch(() => {});
    try {
      job.running?.lab.dispose();
    } catch {}
    report(job.id, event);
  }

  async function slice(job: Job, session: Session): Promise<void> {
    const begun = now();
    try {
      job.running ??= begin(job, session);
      const step = await session.guard(job.running.steps.next());
      if (job.cancelled) return close(job, { kind: "cancelled" });
      if (step.done) close(job, { kind: "done", result: step.value });
      else if (step.value) report(job.id, { kind: "progress", ...step.value });
    } catch (error) {
      close(job, { kind: "failed", message: reasonOf(error) });
    }
    rested = now() + (now() - begun) * (1 / SHARE - 1);
  }

  function begin({ request }: Job, session: Session) {
    const lab = createLab(session.open.backend, { recall, axesOf, now, made: rate.observe });
    return { lab, steps: runExperiment(lab, request) };
  }

  return {
    handle(message) {
      if (message.type === "experiment") {
        jobs.push({
          id: message.id,
          request: message.request,
          cancelled: false,
          paused: false,
          running: null,
        });
        return;
      }
      const job = jobs.find(({ id }) => id === message.id);
      if (!job) return;
      // One that is in the middle of a slice ends with it, see slice().
      if (message.type === "cancel-experiment") job.cancelled = true;
      else job.paused = message.on;
    },
    nextJob(session, mainIsBusy) {
      for (const job of jobs.filter(({ cancelled }) => cancelled)) close(job, { kind: "cancelled" });
      const job = jobs.find(({ paused }) => !paused);
      if (!job || (mainIsBusy && now() < rested)) return null;
      jobs = [...jobs.filter((other) => other !== job), job];
      return () => slice(job, session);
    },
    failAll(message) {
      for (const job of jobs) close(job, { kind: "failed", message });
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof DeviceLost)
    return "The graphics device was lost while this was being measured. Measure it again once the run goes on.";
  return describeFailure("experiment", error);
}
