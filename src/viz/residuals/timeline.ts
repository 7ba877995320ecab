import { say } from "../../words/say";
import { spokenResidual, trajectoryNumber } from "../format";
import { standingWords } from "../nudges/words";
import { gridWords, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";

const PAGE = 16;

/** The iteration a key moves the cursor to, or null when it does not; never beyond what was computed. */
export function movedCursor(cursor: number, last: number, key: string): number | null {
  const to = target(cursor, last, key);
  return to === null ? null : Math.min(last, Math.max(0, to));
}

function target(cursor: number, last: number, key: string): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return cursor + 1;
    case "ArrowLeft":
    case "ArrowDown":
      return cursor - 1;
    case "PageUp":
      return cursor + PAGE;
    case "PageDown":
      return cursor - PAGE;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** The cursor for screen readers: the iteration, and how the selected trajectory is doing there. */
export function cursorText(cursor: number, last: number, view: TrajectoryView | undefined): string {
  const place = say`Iteration ${cursor} of ${last}`;
  if (!view) return place;
  const residual = Number.isFinite(view.residual) ? say`, residual ${spokenResidual(view.residual)}` : "";
  const nudge = view.nudge ? `, ${standingWords(view.nudge)}` : "";
  return say`${place}. Trajectory ${trajectoryNumber(view.index)}: ${OUTCOMES[view.outcome].word}${gridWords(view.grid)}${residual}${nudge}`;
}
