/** Everything that is worth measuring on a machine with a GPU, in one go. See USAGE. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "../src/bench/protocol";
import { targetLines } from "./gpu/targets";
import { exec } from "./tools/exec";

const USAGE = `npm run gpu -- [--out FOLDER] [--puzzles FILE] [--rows N]

On a machine with a GPU, in about a quarter of an hour: the benchmark of both families of our kernels and their peers at
breadth 1, 8, 64 and 512; every parity check of both families on that GPU; and, with a file of puzzles, a nudged evaluation of
the first N (20,000). Prints what was measured against what the kernels are built for, and leaves everything in FOLDER (gpu).
A step that fails or takes too long does not keep the others from running.`;

interface Step {
  readonly name: string;
  readonly minutes: number;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The peers on the GPU, and the reference that all are checked against. */
const CONTESTANTS = "fused,fused-other,tfjs-ops-webgpu,onnxruntime-webgpu,tfjs-wasm";

function stepsFor(out: string, puzzles: string | undefined, rows: string): Step[] {
  const evaluation: Step = {
    name: "evaluation",
    minutes: 5,
    args: [
      "run",
      "eval",
      "--",
      `${puzzles}`,
      "--preset",
      "extreme",
      "--limit",
      rows,
      "--out",
      join(out, "answers.csv"),
    ],
  };
  return [
    {
      name: "benchmark",
      minutes: 6,
      args: ["run", "bench", "--", "--budget", "12", "--only", CONTESTANTS, "--out", join(out, "bench.json")],
    },
    {
      name: "parity",
      minutes: 5,
      args: ["exec", "--", "playwright", "test", "--project=parity"],
      env: { OWN_GPU: "1" },
    },
    ...(puzzles ? [evaluation] : []),
  ];
}

async function measure(out: string, puzzles: string | undefined, rows: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const log = join(out, "steps.txt");
  writeFileSync(log, "");
  for (const { name, args, minutes, env } of stepsFor(out, puzzles, rows)) {
    const began = Date.now();
    const code = await exec("npm", args, { minutes, ...(env && { env }) });
    appendFileSync(log, `${name}: exit code ${code}, ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
  }
  console.log(readFileSync(log, "utf8"));
  const report = JSON.parse(readFileSync(join(out, "bench.json"), "utf8")) as Report;
  for (const line of targetLines(report)) console.log(line);
}

try {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "gpu" },
      puzzles: { type: "string" },
      rows: { type: "string", default: "20000" },
      help: { type: "boolean" },
    },
  });
  if (values.help) console.log(USAGE);
  else await measure(values.out, values.puzzles, values.rows);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
