import { fetchAhead } from "./onDemand";
import type { RunStore } from "./store/run";

/** Fetches what is opened later once the run has its first picture, so that nothing of it is in the way of that. */
export function fetchAheadOf(run: RunStore): void {
  const stop = run.subscribe(({ record }) => {
    if (!record || record.frames.length === 0) return;
    stop();
    void fetchAhead(idle);
  });
}

/** An idle moment, or what comes nearest in browsers that know of none. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 200);
  });
}
