/**
 * Trains the shipped model from nothing: `npm run train -- [options of training.run]`. Generates the puzzles that the
 * recipe needs where they are not there yet, then runs one process a core; a stopped run goes on where it was.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ensurePython } from "./tools/ensure-python";
import { exec, execTool, ROOT } from "./tools/exec";

const FOLDER = join("training", "runs");
const DAY = 24 * 60;
/** The published train split, which is not ours to hand on; rows after the first 800 are kept out of training. */
const SPLIT = "sudoku_extreme_1k_train.csv";
/** A file of puzzles that training/presets.py names, how our generator makes it, and the file it starts from. */
const SETS: readonly { file: string; args: string[]; from?: string }[] = [
  { file: "minimal.txt", args: ["--count", "10000", "--seed", "minimal-1"] },
  { file: "hard.txt", args: ["--count", "10000", "--min-rating", "12", "--seed", "hard-1"] },
  {
    file: "near.txt",
    args: ["--near", `${SPLIT}:800`, "--count", "14000", "--min-rating", "20", "--seed", "near-1"],
    from: SPLIT,
  },
];

async function must(what: string, code: Promise<number>): Promise<void> {
  if ((await code) === 0) return;
  console.error(`${what} failed; the lines above say why.`);
  process.exit(1);
}

const python = await ensurePython();
mkdirSync(join(ROOT, FOLDER), { recursive: true });
for (const { file, args, from } of SETS) {
  const out = join(FOLDER, file);
  const part = `${out}.part`;
  if (existsSync(join(ROOT, out)) || (from && !existsSync(join(ROOT, from)))) continue;
  // Half a file of an interrupted run would change the draws.
  rmSync(join(ROOT, part), { force: true });
  console.log(`Generating ${out}.`);
  await must("The generator", execTool("tsx", ["scripts/generate.ts", ...args, "--out", part]));
  renameSync(join(ROOT, part), join(ROOT, out));
}
// Gradients are averaged over an even share of the slots, whole groups of eight: a power of two of processes.
const processes = 2 ** Math.floor(Math.log2(Math.min(8, availableParallelism())));
const options = ["--preset", "extreme", "--out", join(FOLDER, "relational"), ...process.argv.slice(2)];
const torchrun = ["-m", "torch.distributed.run", `--nproc_per_node=${processes}`, "-m", "training.run", ...options];
await must("Training", exec(python, torchrun, { env: { OMP_NUM_THREADS: "1" }, minutes: DAY }));
