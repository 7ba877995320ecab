/** Iterations that the time axis shows at first. */
const FIRST_END = 128;

/**
 * Last iteration on the time axis. It starts at 128 (or the depth, where that is less) and doubles whenever the run
 * reaches it, up to the depth: a short run fills the chart, and the scale changes seldom and never by itself.
 */
export function timeEnd(computed: number, depth: number): number {
  let end = Math.min(depth, FIRST_END);
  while (end < computed) end *= 2;
  return Math.max(1, Math.min(end, Math.max(depth, computed)));
}

/** Marks on the time axis: multiples of a power of two, at least `gap` pixels apart. */
export function timeTicks(end: number, width: number, gap: number): number[] {
  let step = 1;
  while ((step / end) * width < gap && step < end) step *= 2;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
}

/** Space above the highest and below the lowest decade, in decades: first steps land a little above 1, floors near 1e-7. */
export const DECADE_MARGIN = 0.35;

/**
 * Whole decades of the residual axis: 1 to 1e-7, the range of a run that settles to float precision, and more only where
 * the residuals or the tolerance need it. Fixed by default, so that two runs can be compared at a glance.
 */
export function residualDecades(minLog: number, maxLog: number, tolerance: number): readonly [number, number] {
  const low = Math.min(-7, Math.floor(minLog + DECADE_MARGIN), Math.floor(Math.log10(tolerance)) - 1);
  const high = Math.max(0, Math.ceil(maxLog - DECADE_MARGIN));
  return [Math.max(-12, low), Math.min(12, high)];
}

/** Range of the halting logit's axis: -10 to 10, in tens further where q leaves it. */
export function qRange(min: number, max: number): readonly [number, number] {
  const tens = (value: number) => Math.ceil(value / 10) * 10;
  return [-Math.max(10, tens(-min)), Math.max(10, tens(max))];
}
