import { createStore, type StoreApi } from "zustand/vanilla";
import type { Anatomy } from "../../model/eqr/model/anatomy";
import type { RunRecord } from "../../model/eqr/record/record";
import type { RunStore } from "../store/run";
import type { ModelClient, PlaybackLoop } from "./playbackLoop";

export interface AnatomyState {
  readonly latest: Anatomy | null;
  readonly opaque: boolean;
}

export interface AnatomyFeed {
  /** The newest anatomy of the run on the panels, null while there is none; opaque where the map offers none at all. */
  readonly store: StoreApi<AnatomyState>;
  /** Keeps the anatomy in step with cursor and selection until the returned function is called. */
  watch(): () => void;
}

/**
 * Asks the worker what the selected state holds at the cursor, while someone watches: one wish at a time, so that a fast
 * run shows what the device has time for and never falls behind.
 */
export function createAnatomyFeed(client: ModelClient, loop: Pick<PlaybackLoop, "run">, runs: RunStore): AnatomyFeed {
  const store = createStore<AnatomyState>()(() => ({ latest: null, opaque: false }));
  let watchers = 0;
  let record: RunRecord | null = null;
  /** Number of the run that `record` belongs to. */
  let run = 0;
  let waiting = false;
  let asked = "";

  function follow(): void {
    const state = runs.getState();
    if (state.record !== record) {
      record = state.record;
      run = loop.run();
      waiting = false;
      asked = "";
      store.setState({ latest: null, opaque: false });
    }
    // A run that has been begun but has nothing to show yet is another one than the record's.
    if (watchers === 0 || waiting || !record || run !== loop.run()) return;
    const { selected: trajectory, playback } = state;
    const wish = `${trajectory}@${playback.cursor}`;
    if (wish === asked) return;
    asked = wish;
    waiting = true;
    client.send({ type: "dissect", run, trajectory, k: playback.cursor });
  }

  client.subscribe((message) => {
    if (message.type === "anatomy" && message.run === run) {
      waiting = false;
      store.setState({ latest: message.anatomy, opaque: message.anatomy === null });
      follow();
    }
    if (message.type === "recovered") {
      // What was asked of the device before went with it.
      waiting = false;
      asked = "";
      follow();
    }
  });
  runs.subscribe(follow);

  return {
    store,
    watch() {
      watchers++;
      follow();
      return () => void watchers--;
    },
  };
}
