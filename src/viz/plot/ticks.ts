/**
 * The decades of a log axis that are labelled, from the highest down: every one, or every second, third ... where they would
 * be closer than `gap` of the axis's `length` pixels.
 */
export function decadeTicks([low, high]: readonly [number, number], length: number, gap: number): number[] {
  const step = Math.max(1, Math.ceil((gap * (high - low)) / Math.max(1, length)));
  const ticks: number[] = [];
  for (let decade = high; decade >= low; decade -= step) ticks.push(decade);
  return ticks;
}
