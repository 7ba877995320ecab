/** Everything that is worth measuring on a machine with a GPU, in one go. See USAGE. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findings } from "./gpu/findings";
import { type GpuOptions, stepsFor } from "./gpu/steps";
import { execTool } from "./tools/exec";

const USAGE = `npm run gpu -- [--out FOLDER] [--puzzles FILE] [--rows N] [--minutes N] [--soft]

On a machine with a GPU, in about a quarter of an hour: what the kernels do by their layout (--anatomy); the benchmark of both
families of our kernels and their peers at breadth 1, 8, 64 and 512; a nudged evaluation of the first N (20,000) puzzles of a
file (the page's sample); the large map's benchmark; and every parity check of both families on that GPU. What matters most comes first. Prints what was
measured against what the kernels are built for, and leaves everything in FOLDER (gpu) as it comes: what was found is there
even if a step fails, or the time ends (--minutes, 15).
--soft, or SOFT=1, runs the same on the software adapter at the smallest size, to see that it would work.`;

async function measure(options: GpuOptions): Promise<void> {
  const { out } = options;
  mkdirSync(out, { recursive: true });
  for (const old of ["bench.json", "bench.jsonl", "large.json", "large.jsonl", "answers.csv", "evaluation.seconds"])
    rmSync(join(out, old), { force: true });
  const log = join(out, "steps.txt");
  writeFileSync(log, "");
  const end = Date.now() + options.minutes * 60_000;
  for (const { name, tool, args, minutes, env } of stepsFor(options)) {
    const left = Math.min(minutes, (end - Date.now()) / 60_000);
    if (left <= 0) {
      appendFileSync(log, `${name}: no time was left\n`);
      continue;
    }
    const began = Date.now();
    const code = await execTool(tool, args, { minutes: left, log: join(out, `${name}.txt`), ...(env && { env }) });
    const seconds = (Date.now() - began) / 1000;
    writeFileSync(join(out, `${name}.seconds`), String(seconds));
    appendFileSync(log, `${name}: exit code ${code}, ${seconds.toFixed(0)} s\n`);
    writeFileSync(join(out, "findings.txt"), `${[readFileSync(log, "utf8"), ...findings(out)].join("\n")}\n`);
  }
  console.log(readFileSync(join(out, "findings.txt"), "utf8"));
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new Error(`--${name} needs a number above 0, not "${text}".`);
  return value;
}

try {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "gpu" },
      puzzles: { type: "string", default: "public/puzzles/sample.csv" },
      rows: { type: "string", default: "20000" },
      minutes: { type: "string", default: "15" },
      soft: { type: "boolean", default: process.env.SOFT === "1" },
      help: { type: "boolean" },
    },
  });
  if (values.help) console.log(USAGE);
  else {
    const { out, puzzles, soft } = values;
    await measure({ out, puzzles, soft, rows: count("rows", values.rows), minutes: count("minutes", values.minutes) });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
