/** How many states a batch should hold, learned from how long its iterations take on this device. */
export interface Capacity {
  /** States that an iteration of a full batch has time for. */
  readonly rows: number;
  /** Learns from `iterations` of a batch of `rows` states. */
  observe(rows: number, iterations: number, milliseconds: number): void;
}

export interface CapacityLimits {
  readonly first: number;
  readonly fewest: number;
  readonly most: number;
  /** States join and leave in groups of this many: a batch that has no place for another group is full. */
  readonly group?: number;
}

/** An iteration of a full batch that takes less than the first lets batches grow, more than the second makes them shrink. */
const ITERATION_MS = [20, 60] as const;

export function createCapacity({ first, fewest, most, group = 1 }: CapacityLimits): Capacity {
  let rows = first;
  return {
    get rows() {
      return rows;
    },
    observe(computed, iterations, milliseconds) {
      if (computed + group <= rows) return;
      const each = milliseconds / iterations;
      if (each < ITERATION_MS[0]) rows = Math.min(most, rows * 2);
      else if (each > ITERATION_MS[1]) rows = Math.max(fewest, rows >> 1);
    },
  };
}
