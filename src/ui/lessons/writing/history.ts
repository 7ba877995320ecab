import { type Draft, EMPTY } from "./draft";

/** A draft with what it was before, and what was undone of it. */
export interface History {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
  /** What the last change was made to: typing on in the same field is one step of the history. */
  readonly field: string | null;
}

export const BEGINNING: History = { past: [], present: EMPTY, future: [], field: null };

const MOST = 100;

/** A change of the draft. `field` names what is typed in; null for what is one step by itself. */
export function changed(history: History, present: Draft, field: string | null): History {
  if (present === history.present) return history;
  const goesOn = field !== null && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], field };
}

export function undone({ past, present, future }: History): History {
  const before = past.at(-1);
  if (!before) return { past, present, future, field: null };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], field: null };
}

export function redone({ past, present, future }: History): History {
  const [after, ...later] = future;
  if (!after) return { past, present, future, field: null };
  return { past: [...past, present], present: after, future: later, field: null };
}
