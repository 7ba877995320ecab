import type { RunRecord } from "../../model/eqr/record/record";
import { hasArrivedAt } from "./arrived";

/** What a question can ask of a run, and a text can state of it. Each is a whole number, or NaN before it is known. */
const MEASURES = {
  /** Iterations computed. */
  iterations: (record: RunRecord) => last(record),
  /** Trajectories at rest. */
  settled: (record: RunRecord) => arrivals(record).length,
  /** Trajectories at rest on a solution. */
  solved: (record: RunRecord) => arrivals(record).filter(({ valid }) => valid).length,
  /** Distinct grids that trajectories rest on. */
  grids: (record: RunRecord) => counts(record).length,
  /** Trajectories that rest on the commonest grid. */
  agreeing: (record: RunRecord) => Math.max(0, ...counts(record)),
  /** The iteration at which the first trajectory came to rest. */
  firstRest: (record: RunRecord) => least(arrivals(record).map(({ since }) => since)),
  /** The iteration at which the last of those that settled came to rest. */
  lastRest: (record: RunRecord) => least(arrivals(record).map(({ since }) => -since)) * -1,
} as const;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

export function isMeasure(name: string): name is MeasureName {
  return MEASURE_NAMES.some((measure) => measure === name);
}

/** A measure of a run as far as it has come. */
export function measure(name: MeasureName, record: RunRecord): number {
  return MEASURES[name](record);
}

/** All measures of a run; NaN without one. */
export function measuresOf(record: RunRecord | null): Record<MeasureName, number> {
  return Object.fromEntries(MEASURE_NAMES.map((name) => [name, record ? measure(name, record) : Number.NaN])) as Record<
    MeasureName,
    number
  >;
}

const last = ({ frames }: RunRecord) => frames.length - 1;

function arrivals(record: RunRecord) {
  return Array.from({ length: record.recipe.breadth }, (_, t) => hasArrivedAt(record, t, last(record))).filter(
    (arrival) => arrival !== null,
  );
}

/** How many trajectories rest on each grid. */
function counts(record: RunRecord): number[] {
  const byGrid = new Map<string, number>();
  for (const { key } of arrivals(record)) byGrid.set(key, (byGrid.get(key) ?? 0) + 1);
  return [...byGrid.values()];
}

function least(values: readonly number[]): number {
  return values.length > 0 ? Math.min(...values) : Number.NaN;
}
