import type * as basins from "../../model/experiments/basins";

// The pictures take only types of the model: these hold the numbers to its own.
export const PENDING: typeof basins.PENDING = -1;
export const WANDERING: typeof basins.WANDERING = -2;
export const BROKEN: typeof basins.BROKEN = -3;
