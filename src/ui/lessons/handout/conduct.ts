import type { RunRecord } from "../../../model/eqr/record/record";
import { say } from "../../../words/say";
import type { App } from "../../app";
import { goLive, pause } from "../../run/playback";
import type { LessonActions } from "../actions";
import type { Step } from "../course";
import { isDone, lettersOf, type Scene } from "../progress";

export interface Conducting {
  /** Seconds that one step may take at most, of those in which the page is in sight. */
  readonly patience: number;
  readonly signal: AbortSignal;
  /** The iteration that has been computed, and the last that may be needed. */
  readonly onProgress: (k: number, last: number) => void;
}

/** How a run came out: `stopped` says why it was stopped before its end. */
export interface Conducted {
  readonly scene: Scene & { readonly record: RunRecord };
  readonly stopped: string | null;
}

const LOOK_EVERY = 80;

/**
 * Runs the state of a step on the page: opens its link, calls `opened` where it begins, and computes what the step asks for
 * as fast as the device goes. Throws an Error that says why there is no run, or that it was cancelled.
 */
export async function conduct(
  app: App,
  teach: LessonActions,
  step: Step,
  opened: () => Promise<void>,
  { patience, signal, onProgress }: Conducting,
): Promise<Conducted> {
  const { run, share, starter, loop } = app;
  let left = patience * 1000;
  const look = async (): Promise<void> => {
    signal.throwIfAborted();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    // Out of sight nothing is computed, and no time is taken off.
    if (!document.hidden) left -= performance.now() - began;
    const { worker } = run.getState();
    if (worker.kind === "failed") throw new Error(say`The run failed: ${worker.message}`);
  };

  const { record: before } = run.getState();
  // A step that is about a view has the view measured, as a link does that somebody sent.
  if (share.open(step.link, { arrives: step.until?.kind === "view" }) !== "run")
    throw new Error(say`The link of this step cannot be opened.`);
  if (run.getState().worker.kind === "failed") starter.retry();
  const here = (): RunRecord | null => {
    const { record, playback } = run.getState();
    const isNew = record !== null && record !== before && record.frames.length > 0;
    return isNew && playback.opensAt === null && teach.isOfStep(step, record) ? record : null;
  };
  while (!here()) {
    if (left <= 0) throw new Error(say`The run had not begun after ${patience} seconds.`);
    await look();
  }
  const linked = run.getState().playback.rushTo;
  while ((here()?.frames.length ?? 1) - 1 < linked && !here()?.end && left > 0) {
    onProgress((here()?.frames.length ?? 1) - 1, linked);
    await look();
  }
  await opened();

  const last = lastOf(step, app);
  loop.turn((playback, extent) => ({ ...goLive(playback, extent), playing: false, goal: Math.max(extent.end, last) }));
  let stopped: string | null = null;
  for (;;) {
    const record = here();
    if (!record) throw new Error(say`Another run took its place.`);
    const k = record.frames.length - 1;
    onProgress(k, last);
    const scene = sceneOf(app, record);
    if (record.end || k >= last || isEnough(step, scene)) break;
    if (left <= 0) {
      stopped = say`It was stopped after ${patience} seconds, at iteration ${k} of at most ${last}.`;
      break;
    }
    await look();
  }
  loop.turn(pause);
  const record = here();
  if (!record) throw new Error(say`Another run took its place.`);
  return { scene: sceneOf(app, record), stopped };
}

function sceneOf({ run, page }: App, record: RunRecord): Scene & { readonly record: RunRecord } {
  const { views } = run.getState();
  const letters = lettersOf(views);
  return { record, cursor: record.frames.length - 1, view: page.getState().view, letters };
}

/** Whether the run need not go on: a question about its end wants the end, else what the step waits for is enough. */
function isEnough({ question, until }: Step, scene: Scene): boolean {
  if (question && question.kind !== "choice") return false;
  return until !== null && until.kind !== "view" && isDone(until, scene);
}

/** The last iteration that a step can need. A run that the link opens in mid-way, for a view of it, is as it should be. */
function lastOf({ question, until }: Step, { run }: App): number {
  const { record, playback } = run.getState();
  const depth = record?.recipe.depth ?? 0;
  const asks = question !== null && question.kind !== "choice";
  if (!asks && until?.kind === "iteration") return Math.min(depth, until.k);
  if (!asks && until?.kind === "view" && playback.cursor > 0) return playback.cursor;
  return depth;
}
