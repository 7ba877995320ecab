/** How many starts of each of some puzzles were doing at some depths. One that has settled stays as it is at later depths. */
export interface TrialTable {
  readonly puzzles: number;
  readonly starts: number;
  /** Powers of two, and the depth that was run to. */
  readonly depths: readonly number[];
  /** [puzzles, starts, depths] NaN where a start has not got there yet, infinite where its state broke. */
  readonly residual: Float32Array;
  /** [puzzles, starts, depths] 1 where the decoded grid is a solution. Looked up afterwards: nothing depends on it. */
  readonly right: Uint8Array;
  /** [puzzles, starts] first iteration at rest; 0 while under way, -1 where it did not settle within the depth. */
  readonly settledAt: Int32Array;
  /** [puzzles] guesses that a propagating solver needs; -1 while unknown, or where there is not exactly one solution. */
  readonly guesses: Int32Array;
}

/** An empty table. */
export function createTable(puzzles: number, starts: number, depths: readonly number[]): TrialTable {
  const entries = puzzles * starts * depths.length;
  return {
    puzzles,
    starts,
    depths,
    residual: new Float32Array(entries).fill(Number.NaN),
    right: new Uint8Array(entries),
    settledAt: new Int32Array(puzzles * starts),
    guesses: new Int32Array(puzzles).fill(-1),
  };
}

/** A table of its own with the same entries. */
export function copyOf(table: TrialTable): TrialTable {
  return {
    ...table,
    residual: table.residual.slice(),
    right: table.right.slice(),
    settledAt: table.settledAt.slice(),
    guesses: table.guesses.slice(),
  };
}
