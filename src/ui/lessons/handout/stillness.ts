import type { App } from "../../app";
import { stateOf } from "../../experiments/store";

/** For so long in milliseconds nothing must change before a picture is drawn; and the longest that is waited for it. */
const STILL = 400;
const LONGEST = 6000;
/** Where a view is being measured. */
const LONGEST_MEASURE = 60_000;

/** Resolves once the pictures have been drawn: their parts are there, and neither they nor the run change any more. */
export async function stillness({ run, page, experiments }: App, studio: Element, signal: AbortSignal): Promise<void> {
  let since = performance.now();
  const began = since;
  const watch = new MutationObserver(() => {
    since = performance.now();
  });
  watch.observe(studio, { childList: true, subtree: true, characterData: true, attributes: true });
  const stop = run.subscribe((now, was) => {
    if (now.revision !== was.revision || now.playback !== was.playback) since = performance.now();
  });
  const isThere = () => (studio.querySelector("[data-picture=view]")?.childElementCount ?? 0) > 1;
  const isMeasured = () =>
    (page.getState().arrival?.begun ?? []).some(
      (kind) => stateOf(experiments.store.getState(), kind).status === "running",
    );
  const longest = () => (isMeasured() ? LONGEST_MEASURE : LONGEST);
  while (
    !signal.aborted &&
    performance.now() - began < longest() &&
    !(isThere() && !isMeasured() && performance.now() - since > STILL)
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  watch.disconnect();
  stop();
}
