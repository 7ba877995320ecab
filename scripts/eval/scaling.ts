import { createHash } from "node:crypto";
import { basename } from "node:path";
import { mostIterations, type NestedDesign } from "../../src/model/analysis/nestedDesign";
import type { ModelCard } from "../../src/model/eqr/model/card";
import type { Recipe } from "../../src/model/eqr/recipe/recipe";
import { designOf } from "../../src/model/evaluate/scaling";
import { addAnswer, type ScalingFile, scalingLines } from "../../src/model/evaluate/scalingFile";
import { loadCard } from "./card";
import type { Options, ScalingOptions } from "./options";
import { createProgress } from "./progress";
import { readTasks } from "./puzzles";
import { readScaling, writeScaling } from "./scalingStore";
import { openSolver } from "./solver";

/**
 * Measures the share solved over depth x breadth into a file, puzzle by puzzle; goes on with a file that the same command
 * began. Throws an Error for a person.
 */
export async function measureScalingFile(options: Options, { file: out, budget, set }: ScalingOptions): Promise<void> {
  const { tasks } = await readTasks(options);
  const puzzles = tasks.map(({ puzzle }) => puzzle);
  const card = await loadCard(options.model);
  const recipe: Recipe = { ...options.recipe, model: card.name };
  const design = designOf({ recipe, budget });
  const first = options.skip + 1;
  const asked = begunFile({ options, budget, set, out }, card, design, puzzles);
  let file = readScaling(out, asked);
  if (file.puzzles > 0) console.log(`${out} holds ${file.puzzles} puzzles already.`);

  const pending = file.pending ?? [];
  if (pending.length > 0) {
    for (const line of costLines(pending.length, design, card)) console.log(line);
    const solver = await openSolver(options);
    console.log(`runs on ${solver.where}`);
    const progress = createProgress(pending.length);
    const request = { recipe, budget, puzzles: pending.map((row) => puzzles[row - first] ?? "") };
    await solver
      .solve("scaling", request, (answer) => {
        file = addAnswer(file, pending[answer.index] ?? 0, answer);
        writeScaling(out, file);
        progress.report(Math.max(...file.solved.flat()));
      })
      .finally(solver.close);
    progress.end();
  }

  for (const line of scalingLines(file)) console.log(line);
  console.log(
    `${file.puzzles} puzzles, ${file.iterations} iterations of one start, ${tera(file.iterations, card)} TFLOP in all. Written to ${out}.`,
  );
  console.log(
    `For the page: put it beside the weights, and its name on ${card.name}.json: "scaling": "${basename(out)}".`,
  );
}

/** The file of a measurement that has not begun. */
function begunFile(
  { options, budget, set, out }: { options: Options; budget: number; set: string | null; out: string },
  card: ModelCard,
  { depths, breadths, measured }: NestedDesign,
  puzzles: readonly string[],
): ScalingFile {
  const { lambda, sigma, seed, tolerance, depth, breadth } = options.recipe;
  const from = options.skip + 1;
  const to = options.skip + puzzles.length;
  const name = basename(options.file);
  return {
    model: card.name,
    sha256: card.weights.sha256,
    set: set ?? `rows ${from} to ${to} of ${name}`,
    rows: { from, to, sha256: createHash("sha256").update(puzzles.join("\n")).digest("hex") },
    lambda,
    sigma,
    seed,
    tolerance,
    select: "residual",
    budget,
    depths: [...depths],
    breadths: [...breadths],
    puzzles: 0,
    solved: measured.map((count) => Array.from({ length: count }, () => 0)),
    iterations: 0,
    pending: puzzles.map((_, i) => from + i),
    date: new Date().toISOString().slice(0, 10),
    command: `npm run eval -- --puzzles ${name} --rows ${from}-${to} --model ${card.name} --scaling ${basename(out)} --budget ${budget} --depth ${depth} --breadth ${breadth} --lambda ${lambda} --sigma ${sigma} --seed ${seed} --tolerance ${tolerance}`,
  };
}

/** The cost beforehand: what it is at most, and how it falls over the starts. */
function costLines(puzzles: number, design: NestedDesign, card: ModelCard): string[] {
  const { breadths, depths, measured } = design;
  const each = mostIterations(design);
  const corners = breadths.map((breadth, i) => `${breadth} x ${depths[(measured[i] ?? 0) - 1]}`).join(", ");
  return [
    `${card.title}, breadth x depth up to ${corners}.`,
    `${puzzles} puzzles of at most ${each} iterations each: ${tera(puzzles * each, card)} TFLOP at most. Starts that come to rest stop early, so most puzzles cost far less; the time left is said after the first of them.`,
  ];
}

function tera(iterations: number, { flopsPerIteration }: ModelCard): string {
  return ((iterations * flopsPerIteration) / 1e12).toPrecision(3);
}
