import type { RunRecord } from "../../model/eqr/record/record";

/**
 * Residuals of every trajectory as log10, lowest and highest in columns of `step` iterations, so that thousands of
 * iterations cost no more to draw than the pixels they fall on. Grows in place with its record.
 */
export interface Columns {
  readonly record: RunRecord;
  /** Iterations per column; a power of two. At 1, low and high are the value itself. */
  readonly step: number;
  /** Columns per trajectory. */
  readonly count: number;
  /** [breadth * count]; NaN where nothing is known. */
  readonly low: Float32Array;
  readonly high: Float32Array;
  /** Iterations taken in so far. */
  filled: number;
  /** Lowest and highest log10 of all residuals so far; +Infinity and -Infinity before there is any. */
  min: number;
  max: number;
}

/** Brings `previous` up to date when it still fits the record and the domain, or builds it anew. */
export function columnsFor(previous: Columns | null, record: RunRecord, end: number, maxColumns: number): Columns {
  const step = stepFor(end, maxColumns);
  const count = Math.floor(end / step) + 1;
  const fits =
    previous !== null &&
    previous.record === record &&
    previous.step === step &&
    previous.count === count &&
    previous.filled <= record.frames.length;
  const columns = fits ? previous : emptyColumns(record, step, count);
  for (let k = columns.filled; k < record.frames.length; k++) takeIn(columns, k);
  columns.filled = record.frames.length;
  return columns;
}

/** Iterations per column, so that `end` + 1 iterations need at most `maxColumns`. */
export function stepFor(end: number, maxColumns: number): number {
  let step = 1;
  while ((end + 1) / step > Math.max(1, maxColumns)) step *= 2;
  return step;
}

function emptyColumns(record: RunRecord, step: number, count: number): Columns {
  const length = record.recipe.breadth * count;
  return {
    record,
    step,
    count,
    low: new Float32Array(length).fill(Number.NaN),
    high: new Float32Array(length).fill(Number.NaN),
    filled: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  };
}

const FLOOR = -12;

function takeIn(columns: Columns, k: number): void {
  const residual = columns.record.frames[k]?.residual;
  const column = Math.floor(k / columns.step);
  if (!residual || column >= columns.count) return;
  for (let t = 0; t < columns.record.recipe.breadth; t++) {
    const value = residual[t] ?? Number.NaN;
    if (!Number.isFinite(value) || value < 0) continue;
    // A residual of exactly zero still needs a place on the log scale.
    const log = Math.max(FLOOR, Math.log10(value));
    const at = t * columns.count + column;
    const low = columns.low[at] ?? Number.NaN;
    const high = columns.high[at] ?? Number.NaN;
    if (!(low <= log)) columns.low[at] = log;
    if (!(high >= log)) columns.high[at] = log;
    if (log < columns.min) columns.min = log;
    if (log > columns.max) columns.max = log;
  }
}
