import { beliefKey, type RunRecord } from "../../model/eqr/record/record";
import type { ModelClient, PlaybackLoop } from "../run/playbackLoop";

/**
 * Has the record hold the softmax of a trajectory at each of some iterations: the worker has sent that of the trajectories
 * that were looked at. Asks for one after the other. Ends early where the run changes or fails, for a film of what is known is
 * better than none; throws an AbortError when it is not wanted any more.
 */
export async function collectBeliefs(
  { client, loop }: { readonly client: ModelClient; readonly loop: Pick<PlaybackLoop, "run"> },
  record: RunRecord,
  trajectory: number,
  ks: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  const run = loop.run();
  for (const k of ks) {
    signal.throwIfAborted();
    const key = beliefKey(trajectory, k);
    if (record.beliefs.has(key)) continue;
    const came = await new Promise<boolean>((resolve, reject) => {
      const end = (act: () => void): void => {
        stop();
        signal.removeEventListener("abort", onAbort);
        act();
      };
      const onAbort = (): void => end(() => reject(signal.reason));
      signal.addEventListener("abort", onAbort);
      const stop = client.subscribe(({ type }) => {
        if (record.beliefs.has(key)) end(() => resolve(true));
        else if (type === "failed" || loop.run() !== run) end(() => resolve(false));
      });
      client.send({ type: "inspect", run, trajectory, k });
    });
    if (!came) return;
  }
}
