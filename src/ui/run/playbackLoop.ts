import type { Recipe } from "../../model/eqr/recipe/recipe";
import type { FitWindow } from "../../model/eqr/record/frame";
import { beliefKey, createRecord, type RunRecord } from "../../model/eqr/record/record";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import { file, isRunMessage } from "./mailbox";
import { advance, type Extent, follow, type Playback, startPlayback, startReplay } from "./playback";
import { extentOf, nextScene } from "./scene";

/** The page's end of the worker. */
export interface ModelClient {
  send(message: ToWorker): void;
  subscribe(listener: (message: FromWorker) => void): () => void;
}

/** Calls back before the next picture is drawn, with the time in milliseconds. */
export type OnNextFrame = (callback: (now: number) => void) => void;

/** How a run begins. */
export interface Beginning {
  readonly playing?: boolean;
  /** Everything up to this iteration is computed before the clock takes over. */
  readonly from?: number;
  /** The iteration that is shown then; by default the same. */
  readonly at?: number;
  /** The axes of the map are fitted as another page fitted them. */
  readonly window?: FitWindow | undefined;
}

export interface PlaybackLoop {
  begin(recipe: Recipe, how?: Beginning): void;
  /**
   * Shows a run that is known as a whole, on the trajectory that is followed in it. The worker has no part in it until
   * `attach`.
   */
  show(known: RunRecord, trajectory: number, how: { playing: boolean; at?: number }): void;
  /** Has the worker compute what is shown, so that it can be asked about its states. */
  attach(): void;
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
/** Board, rows and sentences are renewed this often, in milliseconds; while the cursor is dragged, the order as well. */
const RETEXT_EVERY = 100;
/** A picture that took longer than this is followed by a pause as long: what a person does meanwhile must not wait. */
const LONG_PICTURE = 50;
/** After a stall the clock does not try to catch up; in seconds. */
const LONGEST_FRAME = 0.25;

/**
 * Joins worker, clock and store: files what the worker sends, moves its goal as time passes, and writes the scene to the
 * store at most once a frame.
 */
export function createPlaybackLoop(
  client: ModelClient,
  store: RunStore,
  settings: SettingsStore,
  onNextFrame: OnNextFrame,
): PlaybackLoop {
  let run = 0;
  let record: RunRecord | null = null;
  /** The playback of a run whose first frame is still to come: until then the panels keep the run before. */
  let opening: Playback | null = null;
  /** The trajectory to follow as it opens. */
  let followed: number | null = null;
  /** Whether the worker has the run. */
  let attached = true;
  let scheduled = false;
  let ticking = false;
  let last = 0;
  /** Whether the next frame comes right after a picture, and so tells how long that took. */
  let follows = false;
  let rested = 0;
  /** When the text scene and the order were renewed, and for which state of the record. */
  const text = { at: 0, of: "" };
  const order = { at: 0, of: "" };
  let wantsAll = false;
  let hidden = false;
  let sent = { goal: 0, focus: 0, inspect: "" };

  client.subscribe((message) => {
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
    if (follows && now - last > LONG_PICTURE) rested = now + Math.min(now - last, 1000 * LONGEST_FRAME);
    follows = false;
    if (now < rested) return void schedule();
    const seconds = ticking ? Math.min(LONGEST_FRAME, (now - last) / 1000) : 0;
    last = now;
    if (!record || record.frames.length === 0) return;
    const state = followed === null ? store.getState() : { ...store.getState(), selected: followed };
    followed = null;
    const { speed, rule } = settings.getState();
    const extent = extentOf(record);
    const playback = follow(advance(opening ?? state.playback, extent, speed, seconds), extent);
    // Where a run comes to its end or is held, all is shown at once as it then stands.
    const all = opening !== null || wantsAll || playback.playing !== state.playback.playing;
    const here = `${run} ${record.revision} ${playback.cursor}`;
    const textDue = all || (text.of !== here && now - text.at >= RETEXT_EVERY);
    // While playing not both in one frame, for each takes its time. Else together: the words are about the best of the list.
    const reorders = playback.playing ? !textDue && now - order.at >= REORDER_EVERY : textDue;
    const orders = all || (reorders && order.of !== here);
    opening = null;
    wantsAll = false;
    const scene = nextScene(state, record, playback, rule, { text: textDue, order: orders });
    if (scene.textScene && scene.textScene !== state.textScene) Object.assign(text, { at: now, of: here });
    if (scene.selections && scene.selections !== state.selections) Object.assign(order, { at: now, of: here });
    store.setState(scene);
    report(record);
    ticking = playback.playing;
    if (!ticking && text.of === here && order.of === here) return;
    follows = scene.views !== undefined;
    schedule();
  }

  /** Sends the worker what has changed: its goal, the trajectory in focus, a past picture that is missing. */
  function report(known: RunRecord): void {
    if (!attached) return;
    const { playback, selected, focus } = store.getState();
    const k = playback.cursor;
    // The focus goes first: it holds for the iterations that the goal asks for.
    if (focus !== sent.focus) client.send({ type: "focus", run, trajectory: focus });
    const goal = hidden ? 0 : playback.goal;
    if (goal !== sent.goal) client.send({ type: "goal", run, k: goal });
    const missing = !playback.playing && !known.beliefs.has(beliefKey(selected, k));
    const wish = missing ? `${selected}@${k}` : "";
    if (missing && wish !== sent.inspect) client.send({ type: "inspect", run, trajectory: selected, k });
    sent = { goal, focus, inspect: wish };
  }

  /** What the worker is to send along for a run that begins. */
  function firstFocus(recipe: Recipe): number {
    const { selected, followBest } = store.getState();
    return followBest || selected >= recipe.breadth ? 0 : selected;
  }

  return {
    begin(recipe, { playing = true, from = 0, at = from, window } = {}) {
      const focus = firstFocus(recipe);
      run++;
      record = createRecord(recipe);
      followed = null;
      attached = true;
      opening = startPlayback(playing, Math.min(from, recipe.depth), at);
      ticking = false;
      sent = { goal: opening.goal, focus, inspect: "" };
      // A run that is wanted up to an iteration gets its axes there: no sooner, or the picture would change under the eye.
      const fit = window ? { window } : opening.goal > 1 ? { firstFit: opening.goal } : {};
      client.send({ type: "start", run, recipe, focus, ...fit });
      if (opening.goal > 0) client.send({ type: "goal", run, k: opening.goal });
    },
    show(known, trajectory, { playing, at }) {
      run++;
      record = known;
      attached = false;
      followed = store.getState().followBest ? trajectory : null;
      opening = startReplay(extentOf(known), playing, at);
      ticking = false;
      schedule();
    },
    attach() {
      if (!record || attached) return;
      attached = true;
      const focus = firstFocus(record.recipe);
      sent = { goal: 0, focus, inspect: "" };
      const known = extentOf(record).end;
      const window = record.basis?.window;
      // Axes that were fitted on all of it are fitted once more; others must stay those of the sender.
      const fit = window && window.k < known ? { window } : {};
      client.send({ type: "start", run, recipe: record.recipe, focus, known, ...fit });
      schedule();
    },
    turn(change) {
      const before = opening ?? store.getState().playback;
      const playback = change(before, extentOf(record));
      if (opening) opening = playback;
      else store.setState({ playback });
      if (playback.playing !== before.playing) wantsAll = true;
      schedule();
    },
    refresh() {
      wantsAll = true;
      schedule();
    },
    hide(now) {
      hidden = now;
      // At once: out of sight, no picture is drawn that would do it.
      if (record && record.frames.length > 0 && !opening) report(record);
      schedule();
    },
    run: () => run,
  };
}
