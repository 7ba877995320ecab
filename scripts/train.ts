/**
 * Trains a model: `npm run train -- [--preset P] [options]`. Generates the puzzles that the recipe needs where they are
 * not there yet; a stopped run goes on where it was. Preset `extreme` (the default): training.run, one process a core.
 * Presets `large`, `compact` and `continue`: training.grow, rounds of generating, mining and training in one process.
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
const SEVERAL = "several.npz";

interface PuzzleFile {
  /** As training/presets.py names it. */
  file: string;
  /** How our generator makes it. */
  args: string[];
  /** The file it starts from. */
  from?: string;
}

const MINIMAL: PuzzleFile = { file: "minimal.txt", args: ["--count", "10000", "--seed", "minimal-1"] };
const HARD: PuzzleFile = {
  file: "hard.txt",
  args: ["--count", "10000", "--min-rating", "12", "--seed", "hard-1"],
};
const near = (count: number): PuzzleFile => ({
  file: "near.txt",
  args: ["--near", `${SPLIT}:800`, "--count", `${count}`, "--min-rating", "20", "--seed", "near-1"],
  from: SPLIT,
});

async function must(what: string, code: Promise<number>): Promise<void> {
  if ((await code) === 0) return;
  console.error(`${what} failed; the lines above say why.`);
  process.exit(1);
}

const given = process.argv.slice(2);
const preset = given[given.indexOf("--preset") + 1] ?? "extreme";
const grows = given.includes("--preset") && preset !== "extreme";
const python = await ensurePython();
mkdirSync(join(ROOT, FOLDER), { recursive: true });
// Mining keeps one neighbour in eight to fifty: it needs many.
for (const { file, args, from } of grows ? [MINIMAL, near(100_000)] : [MINIMAL, HARD, near(14_000)]) {
  const out = join(FOLDER, file);
  const part = `${out}.part`;
  if (existsSync(join(ROOT, out)) || (from && !existsSync(join(ROOT, from)))) continue;
  // Half a file of an interrupted run would change the draws.
  rmSync(join(ROOT, part), { force: true });
  console.log(`Generating ${out}.`);
  await must("The generator", execTool("tsx", ["scripts/generate.ts", ...args, "--out", part]));
  renameSync(join(ROOT, part), join(ROOT, out));
}
if (grows) await grow();
else await train();

/** Rounds of generating, mining and training, in one process. */
async function grow(): Promise<void> {
  const out = join(FOLDER, SEVERAL);
  if (!existsSync(join(ROOT, out))) {
    console.log(`Sampling solutions for ${out}.`);
    const options = ["--puzzles", join(FOLDER, MINIMAL.file), "--out", out];
    await must("Sampling", exec(python, ["-m", "training.several", ...options], { minutes: DAY }));
  }
  const options = ["-m", "training.grow", "--out", join(FOLDER, preset), ...given];
  await must("Training", exec(python, options, { env: { OMP_NUM_THREADS: "1" }, minutes: DAY }));
}

async function train(): Promise<void> {
  // Gradients are averaged over an even share of the slots, whole groups of eight: a power of two of processes.
  const processes = 2 ** Math.floor(Math.log2(Math.min(8, availableParallelism())));
  const options = ["--preset", "extreme", "--out", join(FOLDER, "relational"), ...given];
  const torchrun = ["-m", "torch.distributed.run", `--nproc_per_node=${processes}`, "-m", "training.run", ...options];
  await must("Training", exec(python, torchrun, { env: { OMP_NUM_THREADS: "1" }, minutes: DAY }));
}
