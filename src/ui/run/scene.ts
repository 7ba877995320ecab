import { type Select, selectionsAt } from "../../model/eqr/recipe/selection";
import { beliefKey, type RunRecord } from "../../model/eqr/record/record";
import { tagsOf, withFound } from "../store/letters";
import type { RunState } from "../store/run";
import type { Extent, Playback } from "./playback";
import { trajectoryViewsAt } from "./trajectoryViews";

/** How far a record has come. */
export function extentOf(record: RunRecord | null): Extent {
  if (!record) return { end: 0, depth: 0, ended: false };
  return { end: Math.max(0, record.frames.length - 1), depth: record.recipe.depth, ended: record.end !== null };
}

/** What is due to be renewed besides the pictures. */
export interface Due {
  /** Board, rows and sentences. */
  readonly text: boolean;
  /** The order of the list, and the trajectory that is followed. */
  readonly order: boolean;
}

/** What the panels are to draw after time has passed or frames have come: everything that follows from record and cursor. */
export function nextScene(
  state: RunState,
  record: RunRecord,
  playback: Playback,
  rule: Select,
  due: Due,
): Partial<RunState> {
  const k = playback.cursor;
  const { revision } = record;
  const fresh = record !== state.record || revision !== state.revision || k !== state.playback.cursor;
  if (!fresh && !due.text && !due.order) return { playback };
  const letters = withFound(state.letters, record.recipe, record.arrived);
  const views = trajectoryViewsAt(record, k, tagsOf(letters, record.recipe));
  const renewed = due.order || state.order.length !== views.length;
  const selections = renewed ? selectionsAt(record, k) : state.selections;
  const order = renewed ? kept(state.order, selections.orders[rule]) : state.order;
  const wanted = state.followBest ? followed(order, state.selected, playback.playing) : state.selected;
  // A followed trajectory comes into sight with its picture: the worker is asked for it first.
  const ready = !playback.playing || !state.followBest || record.beliefs.has(beliefKey(wanted, k));
  const selected = ready || state.selected >= views.length ? wanted : state.selected;
  // Another trajectory has its picture at this iteration, and perhaps at no other.
  const renews = due.text || record !== state.record || selected !== state.selected;
  const textScene = renews ? { cursor: k, revision, views } : state.textScene;
  return { playback, record, revision, letters, views, textScene, selections, order, selected, focus: wanted };
}

/** The old order where the new one is the same, so that the list sees that nothing has changed. */
function kept(before: readonly number[], now: readonly number[]): readonly number[] {
  return before.length === now.length && before.every((trajectory, i) => trajectory === now[i]) ? before : now;
}

/**
 * Which trajectory is followed: the best of the order. While playing, one that is among the best quarter is kept, or the
 * board would jump between starts that are as good as each other.
 */
export function followed(order: readonly number[], current: number, playing: boolean): number {
  const rank = order.indexOf(current);
  return playing && rank >= 0 && rank < order.length / 4 ? current : (order[0] ?? 0);
}
