import { cellsOf, type Grid } from "../../tasks/task";

/** What one iteration leaves behind of some rows: the columns of a frame, row after row in each. */
export interface Summary {
  /** [rows] ||F(z_{k-1}) - z_{k-1}|| / ||z_{k-1}||, F the noiseless damped map; NaN at k = 0, and NaN or infinite where the state broke. */
  readonly residual: Float32Array;
  /** [rows] halting logit of z_k; above 0 the model believes that this state decodes to the solution. */
  readonly q: Float32Array;
  /** [rows, 3] coordinates of z_k on the axes of the basis in force; NaN while there is no basis. */
  readonly coords: Float32Array;
  /** [rows, cells] decoded value 1 ... values of each cell (argmax of the softmax). */
  readonly digits: Uint8Array;
  /** [rows, cells] largest softmax of each cell, 255 = 1. */
  readonly confidence: Uint8Array;
}

type Column = keyof Summary;

/** How many numbers each column has per row. */
export function widthsOf(grid: Grid): Readonly<Record<Column, number>> {
  const cells = cellsOf(grid);
  return { residual: 1, q: 1, coords: 3, digits: cells, confidence: cells };
}

/** A summary of zeros. */
export function emptySummary(rows: number, grid: Grid): Summary {
  const widths = widthsOf(grid);
  return {
    residual: new Float32Array(rows * widths.residual),
    q: new Float32Array(rows * widths.q),
    coords: new Float32Array(rows * widths.coords),
    digits: new Uint8Array(rows * widths.digits),
    confidence: new Uint8Array(rows * widths.confidence),
  };
}

/** A summary whose columns are made from those of another. */
export function mapColumns(
  { residual, q, coords, digits, confidence }: Summary,
  change: <T extends Float32Array | Uint8Array>(values: T, column: Column) => T,
): Summary {
  return {
    residual: change(residual, "residual"),
    q: change(q, "q"),
    coords: change(coords, "coords"),
    digits: change(digits, "digits"),
    confidence: change(confidence, "confidence"),
  };
}

/** A copy of rows from ... to - 1. */
export function rowsOf(summary: Summary, from: number, to: number, grid: Grid): Summary {
  const widths = widthsOf(grid);
  return mapColumns(
    summary,
    <T extends Float32Array | Uint8Array>(values: T, column: Column) =>
      values.slice(from * widths[column], to * widths[column]) as T,
  );
}

/** A copy of all rows. */
export function copySummary(summary: Summary): Summary {
  return mapColumns(summary, <T extends Float32Array | Uint8Array>(values: T) => values.slice() as T);
}

/** Writes one row of a summary over a row of another. */
export function copyRow(from: Summary, fromRow: number, to: Summary, toRow: number, grid: Grid): void {
  const widths = widthsOf(grid);
  for (const [column, width] of Object.entries(widths) as [Column, number][])
    to[column].set(from[column].subarray(fromRow * width, (fromRow + 1) * width), toRow * width);
}
