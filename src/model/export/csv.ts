import { type GridTags, NO_GRIDS, tagOf, withGrids } from "../analysis/gridTags";
import { arrivalAt } from "../eqr/record/outcome";
import { decodedAt, phaseAt, type RunRecord, residualAt, statusAt } from "../eqr/record/record";
import { isSolution } from "../tasks";
import { textOf } from "../tasks/task";

const COLUMNS = [
  "k",
  "trajectory",
  "residual",
  "q",
  "status",
  "valid",
  "phase",
  "cycle",
  "pc1",
  "pc2",
  "pc3",
  "grid",
  "letter",
];

/**
 * A run as CSV (RFC 4180), one row per iteration and trajectory. The first line is a comment with the recipe as JSON (pandas:
 * comment="#"; R: comment.char="#"), the second names the columns. Trajectories count from 1. What is not known is empty:
 * the residual at k = 0, coordinates of states no longer kept, phase and cycle without nudges. `grid` is what the state
 * decodes to; `valid` says whether it obeys the rules, which nothing in the run knows; `letter` is what the page calls it, from where the
 * trajectory has arrived on. `tags` are the grids known of the puzzle, by default the run's own.
 */
export function runCsv(record: RunRecord, tags: GridTags = withGrids(NO_GRIDS, record.arrived)): string {
  const lines = [`# settle run ${JSON.stringify(record.recipe)}`, COLUMNS.join(",")];
  for (const { k } of record.frames)
    for (let t = 0; t < record.recipe.breadth; t++) lines.push(rowOf(record, tags, t, k).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function rowOf(record: RunRecord, tags: GridTags, t: number, k: number): (string | number)[] {
  const frame = record.frames[k];
  const grid = decodedAt(record, t, k);
  const valid = isSolution(record.problem, grid);
  const coords = [0, 1, 2].map((axis) => known(frame?.coords[t * 3 + axis]));
  return [
    k,
    t + 1,
    known(residualAt(record, t, k)),
    known(frame?.q[t]),
    statusAt(record, t, k),
    valid ? 1 : 0,
    phaseAt(record, t, k) ?? "",
    frame?.cycle?.[t] ?? "",
    ...coords,
    textOf(grid),
    letterAt(record, tags, t, k) ?? "",
  ];
}

/** The letter of the grid that a trajectory has arrived at by iteration k; null before that, and where there is one grid only. */
export function letterAt(record: RunRecord, tags: GridTags, t: number, k: number): string | null {
  const arrival = arrivalAt(record, t, k);
  return arrival && (tagOf(tags, decodedAt(record, t, arrival.readAt))?.letter ?? null);
}

/** All digits that a float32 has; infinite stays a word that readers of CSV know. */
function known(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return Number.isFinite(value) ? String(Number(value.toPrecision(9))) : value > 0 ? "inf" : "-inf";
}
