import { CONTESTANTS, type ContestantName, type Measured, type Report, type Row, TITLES } from "./protocol";

/** A row of the JSON line: numbers are null and a reason is given where a contestant did not run. */
interface JsonRow {
  readonly contestant: ContestantName;
  readonly breadth: number;
  readonly iterations_per_s: number | null;
  readonly spread: number | null;
  /** Iterations that were timed, in all batches. */
  readonly n: number;
  readonly dispatches: number | null;
  readonly bytes_read: number | null;
  readonly gflops: number | null;
  readonly roofline_fraction: number | null;
  readonly reason?: string;
}

export interface JsonReport {
  readonly adapter: string;
  readonly cpu: string;
  readonly rows: readonly JsonRow[];
  /** Iterations a second of our kernels over those of tfjs ops on WebGPU at breadth 1; null where one did not run. */
  readonly ratio_tfjs_ops_breadth1: number | null;
}

/** The report as `npm run bench -- --json` prints it. */
export function jsonReport({ adapter, cpu, rows }: Report): JsonReport {
  const peer = rows.find(({ contestant, breadth }) => contestant === "tfjs-ops-webgpu" && breadth === 1);
  return {
    adapter,
    cpu,
    rows: rows.map(jsonRow),
    ratio_tfjs_ops_breadth1: peer ? rounded(oursOver(rows, peer)) : null,
  };
}

function jsonRow(row: Row): JsonRow {
  const { contestant, breadth } = row;
  if (row.kind === "not-run")
    return {
      ...{ contestant, breadth, iterations_per_s: null, spread: null, n: 0, dispatches: null, bytes_read: null },
      ...{ gflops: null, roofline_fraction: null, reason: row.reason },
    };
  return {
    contestant,
    breadth,
    iterations_per_s: rounded(row.iterationsPerSecond),
    spread: rounded(row.spread),
    n: row.batches * row.iterations,
    dispatches: rounded(row.dispatches),
    bytes_read: rounded(row.bytesRead),
    gflops: rounded(row.gflops),
    roofline_fraction: rounded(rooflineOf(row)),
  };
}

/** The share of what bounds an iteration from above: the multiply-add rate or the bandwidth, whichever is nearer. */
function rooflineOf({ ofRate, ofBandwidth }: Measured): number | null {
  return ofRate === null || ofBandwidth === null ? null : Math.max(ofRate, ofBandwidth);
}

/** How many times as fast our kernels are as a row, at the same breadth; null where either did not run. */
export function oursOver(rows: readonly Row[], row: Row): number | null {
  const ours = rows.find(({ contestant, breadth }) => contestant === "fused" && breadth === row.breadth);
  if (ours?.kind !== "measured" || row.kind !== "measured") return null;
  return ours.iterationsPerSecond / row.iterationsPerSecond;
}

/** Four significant digits: more than the spread leaves. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}

/** Rows by breadth, then in the order of the contestants. */
export function inOrder(rows: readonly Row[]): Row[] {
  const place = ({ contestant }: Row) => CONTESTANTS.indexOf(contestant);
  return [...rows].sort((a, b) => a.breadth - b.breadth || place(a) - place(b));
}

export const HEADINGS = [
  "breadth",
  "contestant",
  "iterations/s",
  "spread",
  "batches",
  "ours is",
  "dispatches",
  "bytes read",
  "GFLOP/s",
  "of rate",
  "of bandwidth",
] as const;

/** The cells of a measured row, in the order of HEADINGS, as text. */
export function cellsOf(rows: readonly Row[], row: Measured): string[] {
  const { title, ground } = TITLES[row.contestant];
  const ratio = oursOver(rows, row);
  return [
    String(row.breadth),
    `${title}, ${GROUND[ground]}`,
    figure(row.iterationsPerSecond),
    percent(row.spread),
    `${row.batches} × ${row.iterations}`,
    row.contestant === "fused" ? "–" : ratio === null ? "–" : `${figure(ratio)}×`,
    figure(row.dispatches),
    figure(row.bytesRead),
    figure(row.gflops),
    percent(row.ofRate),
    percent(row.ofBandwidth),
  ];
}

const GROUND = { webgpu: "WebGPU", wasm: "WebAssembly" } as const;

/** Three significant digits, whole numbers from a hundred on. */
export function figure(value: number): string {
  if (value === 0) return "0";
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function percent(share: number | null): string {
  return share === null ? "–" : `${figure(100 * share)} %`;
}

/** The report as lines of text for a terminal. */
export function textReport(report: Report): string[] {
  const { rows, roofs } = report;
  const table = [[...HEADINGS], ...rows.filter((row) => row.kind === "measured").map((row) => cellsOf(rows, row))];
  const widths = HEADINGS.map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  const roof = (ground: keyof typeof roofs) => {
    const found = roofs[ground];
    return found
      ? `${GROUND[ground]}: ${figure(found.gflops)} GFLOP/s multiply-add, ${figure(found.gbytes)} GB/s`
      : `${GROUND[ground]}: not measured`;
  };
  return [
    `adapter ${report.adapter}; CPU ${report.cpu}; model ${report.model}`,
    ...(report.kernels ? [`own kernels: ${report.kernels}`] : []),
    `measured here: ${roof("webgpu")}; one thread of ${roof("wasm")}`,
    "",
    ...table.map(line),
    "",
    ...rows.flatMap((row) =>
      row.kind === "not-run" ? [`breadth ${row.breadth}, ${nameOf(row.contestant)}: ${row.reason}`] : [],
    ),
    ...rows.flatMap((row) =>
      row.kind === "measured" && row.first ? [`breadth ${row.breadth}, ${nameOf(row.contestant)}: ${FIRST}`] : [],
    ),
    ...rows.flatMap((row) =>
      row.kind === "measured" && row.agrees === false
        ? [`breadth ${row.breadth}, ${nameOf(row.contestant)}: DOES NOT AGREE with the reference`]
        : [],
    ),
    `${figure(report.seconds)} s in all`,
  ];
}

/** What is to be said of a row that was measured on its first iteration. */
const FIRST = "there was time for one iteration only, its first, which also allocates.";

/** A contestant in words. */
export function nameOf(name: ContestantName): string {
  const { title, ground } = TITLES[name];
  return `${title} on ${GROUND[ground]}`;
}
