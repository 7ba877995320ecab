/** A state of a run: the index of its iteration among those kept, and its trajectory. */
export interface Sample {
  readonly iteration: number;
  readonly trajectory: number;
}

/** Irrational step: consecutive samples fall on unlike iterations. */
const GOLDEN = 0.6180339887498949;

/** At most `limit` of iterations x trajectories states, spread evenly over both; always the same for the same numbers. */
export function sampleStates(iterations: number, trajectories: number, limit: number): Sample[] {
  const all = iterations * trajectories;
  const count = Math.min(limit, all);
  return Array.from({ length: count }, (_, i) => {
    if (trajectories >= count && iterations > 1)
      return {
        trajectory: Math.floor((i * trajectories) / count),
        iteration: Math.floor((((i + 0.5) * GOLDEN) % 1) * iterations),
      };
    // Trajectory by trajectory, in even steps; they do not begin at the same iteration for each.
    const place = Math.floor(((i + 0.5) * all) / count);
    return { trajectory: Math.floor(place / iterations), iteration: place % iterations };
  });
}
