import { beliefKey, confidenceAt, decodedAt, type RunRecord } from "../../../../model/eqr/record/record";
import type { BeliefColumn } from "../../../../viz/belief/drawBelief";
import { formatPercent } from "../../../../viz/format";
import { say } from "../../../../words/say";

/** What each start believes of a cell at iteration k, in the order of the trajectories. */
export function overStarts(record: RunRecord, cell: number, k: number): readonly BeliefColumn[] {
  return Array.from({ length: record.recipe.breadth }, (_, t) => columnAt(record, cell, t, k));
}

/** What one start believes of a cell at every iteration so far. */
export function overTime(record: RunRecord, cell: number, trajectory: number): readonly BeliefColumn[] {
  return record.frames.map(({ k }) => columnAt(record, cell, trajectory, k));
}

function columnAt(record: RunRecord, cell: number, trajectory: number, k: number): BeliefColumn {
  const { values } = record.problem.grid;
  const softmax = record.beliefs.get(beliefKey(trajectory, k));
  return {
    digit: decodedAt(record, trajectory, k)[cell] ?? 0,
    confidence: confidenceAt(record, trajectory, k)[cell] ?? 0,
    softmax: softmax?.subarray(cell * values, (cell + 1) * values) ?? null,
  };
}

/** "10 of 12 starts lean to 4 (62 to 99 %), 2 to 8 (51 to 60 %)." */
export function startsText(columns: readonly BeliefColumn[]): string {
  const byDigit = new Map<number, number[]>();
  for (const { digit, confidence } of columns) byDigit.set(digit, [...(byDigit.get(digit) ?? []), confidence / 255]);
  const groups = [...byDigit].sort(([a, of], [b, others]) => others.length - of.length || a - b);
  const shares = (of: readonly number[]): string => {
    const [low, high] = [formatPercent(Math.min(...of)), formatPercent(Math.max(...of))];
    return low === high ? high : say`${low.replace(/ ?%$/, "")} to ${high}`;
  };
  const parts = groups.map(([digit, of], i) =>
    i === 0
      ? say`${of.length} of ${columns.length} starts lean to ${digit} (${shares(of)})`
      : say`${of.length} to ${digit} (${shares(of)})`,
  );
  return `${parts.join(", ")}.`;
}

/** "It has leaned to 4 since iteration 14; over the run it changed 3 times." Iteration 0 is noise and counts for nothing. */
export function timeText(columns: readonly BeliefColumn[]): string {
  const now = columns.at(-1)?.digit ?? 0;
  let since = columns.length - 1;
  while (since > 1 && columns[since - 1]?.digit === now) since--;
  const changes = columns.filter(({ digit }, k) => k > 1 && digit !== columns[k - 1]?.digit).length;
  const moves =
    changes === 0 ? say`it never changed` : changes === 1 ? say`it changed once` : say`it changed ${changes} times`;
  return say`It has leaned to ${now} since iteration ${since}; over the run ${moves}.`;
}
