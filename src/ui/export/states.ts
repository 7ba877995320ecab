import type { FromWorker } from "../../model/worker/protocol";
import type { Progress } from "../actions/export";
import type { Conductor, ModelPort } from "../run/conductor";

type StateMessage = Extract<FromWorker, { type: "state" }>;

/**
 * Asks the worker for states of a trajectory, one after the other, so that the run goes on in between. Throws an Error in
 * words when the run changes meanwhile, and an AbortError when it is not wanted any more.
 */
export async function collectStates(
  { port, conductor }: { readonly port: ModelPort; readonly conductor: Pick<Conductor, "run"> },
  trajectory: number,
  ks: readonly number[],
  { onProgress, signal }: Progress,
): Promise<Float32Array<ArrayBuffer>[]> {
  const run = conductor.run();
  const states: Float32Array<ArrayBuffer>[] = [];
  for (const k of ks) {
    signal.throwIfAborted();
    const state = await answered(port, { run, trajectory, k }, conductor, signal);
    if (!state) throw new Error(`Iteration ${k} is not there any more. Start the export again.`);
    // What was sent by message has a buffer of its own.
    states.push(state as Float32Array<ArrayBuffer>);
    onProgress(states.length, ks.length);
  }
  return states;
}

function answered(
  port: ModelPort,
  place: Pick<StateMessage, "run" | "trajectory" | "k">,
  conductor: Pick<Conductor, "run">,
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
    const stop = port.subscribe((message) => {
      // A run that was given up answers no more.
      if (conductor.run() !== place.run)
        done(() => reject(new Error("The run has changed, and its states are gone. Start the export again.")));
      else if (message.type === "failed") done(() => reject(new Error(message.message)));
      else if (message.type === "state" && message.k === place.k && message.trajectory === place.trajectory)
        done(() => resolve(message.state));
    });
    port.send({ type: "state", ...place });
  });
}
