import type { Summary } from "./backend";
import type { Frame } from "./frame";
import type { Halting } from "./halting";

/** [B] whether a trajectory has halted or broken: what it left last stays in all later frames. */
export function frozenRows(halting: Halting, breadth: number): boolean[] {
  return Array.from({ length: breadth }, (_, t) => halting.standing(t) !== "running");
}

/** The numbers of all trajectories, from those of the rows that were computed and, for frozen ones, the last frame. */
export function spreadRows(
  summary: Summary,
  rows: readonly number[],
  frozen: readonly boolean[],
  last: Frame,
): Summary {
  if (rows.length === frozen.length && !frozen.includes(true)) return summary;
  const next = numbersOf(last);
  rows.forEach((trajectory, row) => {
    if (frozen[trajectory]) return;
    const copy = <T extends Float32Array | Uint8Array>(to: T, from: T, width: number) =>
      to.set(from.subarray(row * width, (row + 1) * width), trajectory * width);
    copy(next.residual, summary.residual, 1);
    copy(next.q, summary.q, 1);
    copy(next.coords, summary.coords, 3);
    copy(next.digits, summary.digits, 81);
    copy(next.confidence, summary.confidence, 81);
  });
  return next;
}

/** A frame with numbers of its own. */
export function copyOf(frame: Frame): Frame {
  return { ...frame, ...numbersOf(frame) };
}

function numbersOf({ residual, q, coords, digits, confidence }: Summary): Summary {
  return {
    residual: residual.slice(),
    q: q.slice(),
    coords: coords.slice(),
    digits: digits.slice(),
    confidence: confidence.slice(),
  };
}
