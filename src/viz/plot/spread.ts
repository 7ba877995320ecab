/**
 * Moves places on a line apart until no two are nearer than `gap`, each as little as may be, within bounds as far as they
 * fit. The order of the places is kept; the result is in the order given.
 */
export function spread(places: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const out = [...places];
  let floor = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    floor = Math.max(places[i] ?? 0, floor + gap);
    out[i] = floor;
  }
  let ceiling = high + gap;
  for (const i of order.reverse()) {
    ceiling = Math.max(low, Math.min(out[i] ?? 0, ceiling - gap));
    out[i] = ceiling;
  }
  return out;
}
