import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, Row } from "../../src/bench/protocol";
import { targetLines } from "./targets";

/** What a folder holds so far, line by line: also where a step was ended before it was done. */
export function findings(out: string): string[] {
  return [...benchLines(out, "bench", RATE.compact), ...evaluationLines(out), ...benchLines(out, "large", RATE.large)];
}

/** The share of the multiply-add rate that the kernels are built for at breadth 512, for 32 and 64 features. */
const RATE = { compact: 0.2, large: 0.3 };

function benchLines(out: string, name: "bench" | "large", rate: number): string[] {
  const whole = textOf(out, `${name}.json`);
  if (whole) return targetLines(JSON.parse(whole) as Report, rate);
  const rows = (textOf(out, `${name}.jsonl`) ?? "")
    .split("\n")
    .flatMap((line) => (line ? [JSON.parse(line) as Row] : []));
  if (rows.length === 0) return [`${name}: nothing was measured`];
  return [
    `${name}: ended early, after ${rows.length} rows`,
    ...targetLines({ adapter: "unknown", kernels: "unknown", rows }, rate),
  ];
}

function evaluationLines(out: string): string[] {
  const answers = (textOf(out, "answers.csv") ?? "").trim().split("\n").length - 1;
  if (answers < 1) return ["evaluation: no puzzle was answered"];
  const seconds = Number(textOf(out, "evaluation.seconds") ?? Number.NaN);
  const report = (textOf(out, "evaluation.txt") ?? "").split("\n").findLast((line) => line.startsWith("{"));
  const rate = (answers / seconds).toPrecision(3);
  return [
    `nudged evaluation: ${answers} puzzles in ${seconds.toFixed(0)} s, with setting up: ${rate} puzzles/s, built for 300`,
    report ?? "evaluation: ended early; the answers so far are in answers.csv",
  ];
}

function textOf(out: string, name: string): string | null {
  const file = join(out, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
