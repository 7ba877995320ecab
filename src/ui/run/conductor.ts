import type { Recipe } from "../../model/eqr/recipe";
import { beliefKey, createRecord, type RunRecord } from "../../model/eqr/record";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import { file, isRunMessage } from "./mailbox";
import { advance, type Extent, type Playback, startPlayback } from "./playback";
import { extentOf, nextScene } from "./scene";

/** The page's end of the worker. */
export interface ModelPort {
  send(message: ToWorker): void;
  subscribe(listener: (message: FromWorker) => void): () => void;
}

/** Calls back before the next picture is drawn, with the time in milliseconds. */
export type OnNextFrame = (callback: (now: number) => void) => void;

export interface Conductor {
  /** Begins a run; with `from`, everything up to that iteration is computed before the clock takes over. */
  begin(recipe: Recipe, how?: { playing?: boolean; from?: number }): void;
  /** Changes the playback by a pure function of it. */
  turn(change: (playback: Playback, extent: Extent) => Playback): void;
  /** Draws anew, with the list in order. */
  refresh(): void;
  /** The page has come out of sight, or into it again: what no one sees is not computed. */
  hide(hidden: boolean): void;
  /** Number of the current run, for messages that name it. */
  run(): number;
}

/** While playing, the order of the list and the followed trajectory are renewed this often, in milliseconds. */
const REORDER_EVERY = 800;
/** After a stall the clock does not try to catch up; in seconds. */
const LONGEST_FRAME = 0.25;

/**
 * Joins worker, clock and store: files what the worker sends, moves its goal as time passes, and writes the scene to the
 * store at most once a frame.
 */
export function createConductor(
  port: ModelPort,
  store: RunStore,
  settings: SettingsStore,
  onNextFrame: OnNextFrame,
): Conductor {
  let run = 0;
  let record: RunRecord | null = null;
  /** The playback of a run whose first frame is still to come: until then the panels keep the run before. */
  let opening: Playback | null = null;
  let scheduled = false;
  let ticking = false;
  let last = 0;
  let reordered = 0;
  let wantsOrder = false;
  let hidden = false;
  let sent = { goal: 0, focus: 0, inspect: "" };

  port.subscribe((message) => {
    if (!isRunMessage(message) || !record || message.run !== run) return;
    file(record, message);
    schedule();
  });

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    onNextFrame(frame);
  }

  function frame(now: number): void {
    scheduled = false;
    const seconds = ticking ? Math.min(LONGEST_FRAME, (now - last) / 1000) : 0;
    last = now;
    if (!record || record.frames.length === 0) return;
    const state = store.getState();
    const { speed, rule } = settings.getState();
    const moved = advance(opening ?? state.playback, extentOf(record), speed, seconds);
    const reorder = opening !== null || wantsOrder || !moved.playing || now - reordered > REORDER_EVERY;
    if (reorder) reordered = now;
    opening = null;
    wantsOrder = false;
    store.setState(nextScene(state, record, moved, rule, reorder));
    tell(record);
    ticking = moved.playing;
    if (ticking) schedule();
  }

  /** Sends the worker what has changed: its goal, the trajectory in focus, a past picture that is missing. */
  function tell(known: RunRecord): void {
    const { playback, selected, focus } = store.getState();
    const k = playback.cursor;
    // The focus goes first: it holds for the iterations that the goal asks for.
    if (focus !== sent.focus) port.send({ type: "focus", run, trajectory: focus });
    const goal = hidden ? 0 : playback.goal;
    if (goal !== sent.goal) port.send({ type: "goal", run, k: goal });
    const missing = !playback.playing && !known.beliefs.has(beliefKey(selected, k));
    const wish = missing ? `${selected}@${k}` : "";
    if (missing && wish !== sent.inspect) port.send({ type: "inspect", run, trajectory: selected, k });
    sent = { goal, focus, inspect: wish };
  }

  return {
    begin(recipe, { playing = true, from = 0 } = {}) {
      const { selected, followBest } = store.getState();
      const focus = followBest || selected >= recipe.breadth ? 0 : selected;
      run++;
      record = createRecord(recipe);
      opening = startPlayback(playing, Math.min(from, recipe.depth));
      ticking = false;
      sent = { goal: opening.goal, focus, inspect: "" };
      port.send({ type: "start", run, recipe, focus });
      if (opening.goal > 0) port.send({ type: "goal", run, k: opening.goal });
    },
    turn(change) {
      if (opening) opening = change(opening, extentOf(record));
      else store.setState({ playback: change(store.getState().playback, extentOf(record)) });
      wantsOrder = true;
      schedule();
    },
    refresh() {
      wantsOrder = true;
      schedule();
    },
    hide(now) {
      hidden = now;
      // At once: out of sight, no picture is drawn that would do it.
      if (record && record.frames.length > 0 && !opening) tell(record);
      schedule();
    },
    run: () => run,
  };
}
