import type { MapKind } from "../../eqr/model/map";
import type { Grid } from "../../tasks/task";
import { createOps } from "./ops";
import { createDissector } from "./readout";
import { type Config, ConfigSchema, expectedShapes } from "./weights";

/** The map of training/model.py: a vector per candidate, mixed by the units of a 9 x 9 Sudoku. */
export const relational: MapKind<Config> = {
  name: "relational",
  config: ConfigSchema,
  layers: ({ blocks }) => blocks,
  shape({ d }, grid) {
    checkGrid(grid);
    return [grid.rows, grid.columns, grid.values, d];
  },
  weights: expectedShapes,
  ops: (weights, config) => createOps(weights, config),
  dissector: createDissector,
  kernels: async () => (await import("./kernels/open")).openKernels,
};

function checkGrid({ rows, columns, values }: Grid): void {
  if (rows === 9 && columns === 9 && values === 9) return;
  throw new RangeError(
    `The map "relational" is made for 9 rows, 9 columns and 9 values, not for ${rows}, ${columns} and ${values}.`,
  );
}
