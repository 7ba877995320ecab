import type { Summary } from "../backend";

const HEAD = 5;

/** Numbers of the summary of one trajectory (summary.wgsl): residual, q, 3 coordinates, 41 words of two cells. */
export const SUMMARY = HEAD + 41;

/** Unpacks the summaries of some trajectories, [rows, SUMMARY]. */
export function unpackSummary(values: Float32Array): Summary {
  const rows = values.length / SUMMARY;
  const summary = {
    residual: new Float32Array(rows),
    q: new Float32Array(rows),
    coords: new Float32Array(rows * 3),
    digits: new Uint8Array(rows * 81),
    confidence: new Uint8Array(rows * 81),
  };
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * SUMMARY, (row + 1) * SUMMARY);
    summary.residual[row] = part[0] ?? Number.NaN;
    summary.q[row] = part[1] ?? Number.NaN;
    summary.coords.set(part.subarray(2, HEAD), row * 3);
    for (let cell = 0; cell < 81; cell++) {
      const word = part[HEAD + (cell >> 1)] ?? 0;
      const code = cell % 2 === 0 ? word & 0xfff : word >> 12;
      summary.digits[row * 81 + cell] = (code & 0xf) + 1;
      summary.confidence[row * 81 + cell] = code >> 4;
    }
  }
  return summary;
}
