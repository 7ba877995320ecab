import { beliefKey, type RunRecord } from "../../model/eqr/record";
import { type Select, selectionsAt } from "../../model/eqr/selection";
import type { RunState } from "../store/run";
import { type Extent, follow, type Playback } from "./playback";
import { viewsAt } from "./views";

/** How far a record has come. */
export function extentOf(record: RunRecord | null): Extent {
  if (!record) return { end: 0, depth: 0, ended: false };
  return { end: Math.max(0, record.frames.length - 1), depth: record.recipe.depth, ended: record.end !== null };
}

/** What the panels are to draw after time has passed or frames have come: everything that follows from record and cursor. */
export function nextScene(
  state: RunState,
  record: RunRecord,
  moved: Playback,
  rule: Select,
  reorder: boolean,
): Partial<RunState> {
  const playback = follow(moved, extentOf(record));
  const k = playback.cursor;
  const fresh = record !== state.record || record.revision !== state.revision || k !== state.playback.cursor;
  if (!fresh && !reorder) return { playback };
  const views = viewsAt(record, k);
  const renewed = reorder || state.order.length !== views.length;
  const selections = renewed ? selectionsAt(record, k) : state.selections;
  const order = renewed ? selections.orders[rule] : state.order;
  const wanted = state.followBest ? followed(order, state.selected, playback.playing) : state.selected;
  // A followed trajectory comes into sight with its picture: the worker is asked for it first.
  const ready = !playback.playing || !state.followBest || record.beliefs.has(beliefKey(wanted, k));
  const selected = ready || state.selected >= views.length ? wanted : state.selected;
  return { playback, record, revision: record.revision, views, selections, order, selected, focus: wanted };
}

/**
 * Which trajectory is followed: the best of the order. While playing, one that is among the best quarter is kept, or the
 * board would jump between starts that are as good as each other.
 */
export function followed(order: readonly number[], current: number, playing: boolean): number {
  const rank = order.indexOf(current);
  return playing && rank >= 0 && rank < order.length / 4 ? current : (order[0] ?? 0);
}
