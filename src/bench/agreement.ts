import type { Summary } from "../model/eqr/record/summary";

/** Rounding differs between contestants; a wrong map differs by far more than this. */
const TOLERANCE = 1e-3;
/** Of 255: a confidence may be rounded the other way, and moves with the logits. */
const CONFIDENCE = 2;

/**
 * Whether two ways to compute an early iteration say the same of it: residual and q within a thousandth, confidences
 * within two steps, and the same digits except where a cell is a near tie.
 */
export function agree(a: Summary, b: Summary): boolean {
  if (a.residual.length !== b.residual.length) return false;
  const close = (x: number, y: number) => Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.abs(y));
  return (
    a.residual.every((value, row) => close(value, b.residual[row] ?? Number.NaN)) &&
    a.q.every((value, row) => close(value, b.q[row] ?? Number.NaN)) &&
    a.confidence.every((value, i) => Math.abs(value - (b.confidence[i] ?? Number.NaN)) <= CONFIDENCE) &&
    // With the largest softmax below a half, two digits may be nearly equal.
    a.digits.every((digit, i) => digit === b.digits[i] || (a.confidence[i] ?? 0) < 128)
  );
}
