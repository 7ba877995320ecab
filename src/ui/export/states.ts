import type { FromWorker } from "../../model/worker/protocol";
import { say } from "../../words/say";
import type { ModelClient, PlaybackLoop } from "../run/playbackLoop";
import type { ExportProgress } from "./progress";

/** The iterations whose states are exported: 0, every, 2 every, ... of n frames. */
export function statesKept(frames: number, every: number): number[] {
  return Array.from({ length: Math.ceil(frames / every) }, (_, i) => i * every);
}

type StateMessage = Extract<FromWorker, { type: "state" }>;

/**
 * Asks the worker for states of a trajectory, one after the other, so that the run goes on in between. Throws an Error in
 * words when the run changes meanwhile, and an AbortError when it is not wanted any more.
 */
export async function collectStates(
  { client, loop }: { readonly client: ModelClient; readonly loop: Pick<PlaybackLoop, "run"> },
  trajectory: number,
  ks: readonly number[],
  { onProgress, signal }: ExportProgress,
): Promise<Float32Array<ArrayBuffer>[]> {
  const run = loop.run();
  const states: Float32Array<ArrayBuffer>[] = [];
  for (const k of ks) {
    signal.throwIfAborted();
    const state = await answered(client, { run, trajectory, k }, loop, signal);
    if (!state) throw new Error(say`Iteration ${k} is not there any more. Start the export again.`);
    // What was sent by message has a buffer of its own.
    states.push(state as Float32Array<ArrayBuffer>);
    onProgress(states.length, ks.length);
  }
  return states;
}

function answered(
  client: ModelClient,
  place: Pick<StateMessage, "run" | "trajectory" | "k">,
  loop: Pick<PlaybackLoop, "run">,
  signal: AbortSignal,
): Promise<Float32Array | null> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void): void => {
      stop();
      signal.removeEventListener("abort", onAbort);
      act();
    };
    const onAbort = (): void => done(() => reject(signal.reason));
    signal.addEventListener("abort", onAbort);
    const stop = client.subscribe((message) => {
      // A run that was given up answers no more.
      if (loop.run() !== place.run)
        done(() => reject(new Error(say`The run has changed, and its states are gone. Start the export again.`)));
      else if (message.type === "failed") done(() => reject(new Error(message.message)));
      else if (message.type === "state" && message.k === place.k && message.trajectory === place.trajectory)
        done(() => resolve(message.state));
    });
    client.send({ type: "state", ...place });
  });
}
