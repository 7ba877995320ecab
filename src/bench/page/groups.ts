import type { BenchGroup } from "../../viz/bench/BenchChart";
import { type Measured, type Row, TITLES } from "../protocol";
import { figure, nameOf, oursOver } from "../report";

/**
 * What the chart shows of some rows: iterations of one trajectory a second, so that all breadths share an axis, the
 * fastest first.
 */
export function chartGroups(rows: readonly Row[]): BenchGroup[] {
  const measured = rows.filter((row) => row.kind === "measured");
  const breadths = [...new Set(measured.map(({ breadth }) => breadth))];
  return breadths.map((breadth) => ({
    title: `Breadth ${breadth}`,
    marks: measured
      .filter((row) => row.breadth === breadth)
      .sort((a, b) => b.iterationsPerSecond - a.iterationsPerSecond)
      .map(markOf),
  }));
}

function markOf(row: Measured) {
  const value = row.iterationsPerSecond * row.breadth;
  return {
    id: row.contestant,
    label: nameOf(row.contestant),
    look: row.contestant === "fused" ? ("own" as const) : TITLES[row.contestant].ground,
    value,
    low: row.slowest * row.breadth,
    high: row.fastest * row.breadth,
    text: figure(value),
  };
}

/** The outcome in one sentence; empty while our kernels have not been measured. */
export function sentenceOf(rows: readonly Row[]): string {
  const clauses = rows
    .filter((row) => row.kind === "measured" && row.contestant === "fused")
    .map((ours) => {
      const peers = rows.filter(
        (row) =>
          row.breadth === ours.breadth &&
          row.contestant !== "fused" &&
          row.contestant !== "fused-other" &&
          TITLES[row.contestant].ground === "webgpu",
      );
      const ratios = peers.flatMap((peer) => {
        const ratio = oursOver(rows, peer);
        return ratio === null ? [] : [`${figure(ratio)} times the rate of ${TITLES[peer.contestant].title}`];
      });
      return ratios.length === 0 ? null : `at breadth ${ours.breadth} they make ${ratios.join(" and ")}`;
    })
    .filter((clause) => clause !== null);
  return clauses.length === 0 ? "" : `Our kernels on this adapter: ${clauses.join("; ")}.`;
}
