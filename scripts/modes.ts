/** Looks for a puzzle that shows each mode of a landscape with the shipped weights. See USAGE. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import type { Judgement, Mode } from "../src/model/analysis/modes";
import { createReferenceBackend } from "../src/model/eqr/backend/referenceBackend";
import { loadIndex } from "../src/model/eqr/model/loadFiles";
import { defaultRecipe } from "../src/model/eqr/recipe/recipe";
import { type Landscape, landscape as landscapes } from "../src/model/experiments/landscape";
import { modeOf } from "../src/model/experiments/landscapeMode";
import type { ModeExample, ModeExamples } from "../src/model/experiments/modeExamples";
import { createLab, type Lab } from "../src/model/lab/lab";
import { loadModel } from "../src/model/maps/loadModel";
import { EXAMPLES } from "../src/model/tasks/sudoku/examples";
import { hardPuzzle, minimalPuzzle } from "../src/model/tasks/sudoku/generate";
import type { Puzzle } from "../src/model/tasks/sudoku/grid";
import { seededRng } from "../src/model/tasks/sudoku/random";
import { solve } from "../src/model/tasks/sudoku/solve";
import { fileFetch, WEIGHTS_URL } from "./tools/fileFetch";

const USAGE = `usage: npm run modes -- [--model NAME] [--starts N] [--depth K] [--generated G] [--out FILE]

Measures the landscapes of the examples of the page that have one solution, and of G generated puzzles (half minimal, half
hard), by N random starts each, without noise; writes the clearest example of each mode to the weights' folder.
  --model NAME     default: the model that the page starts with without a GPU
  --starts N       starts of each puzzle (default 48)
  --depth K        iterations at most (default 128)
  --generated G    generated puzzles beside the examples (default 16)
  --out FILE       default: public/weights/NAME.modes.json`;

interface Candidate {
  readonly name: string;
  readonly puzzle: Puzzle;
}

interface Found {
  readonly example: ModeExample;
  readonly judgement: Judgement;
}

/** Guesses that a hard puzzle needs, and steps of the climb to it. */
const HARD = { minRating: 40, maxSteps: 200 };

function candidates(generated: number): Candidate[] {
  const rng = seededRng("modes");
  const examples = EXAMPLES.filter(({ puzzle }) => solve(puzzle).kind === "unique");
  const made = Array.from({ length: generated }, (_, i) => {
    const { puzzle, rating } = i % 2 === 0 ? minimalPuzzle(rng) : hardPuzzle(rng, HARD);
    return { puzzle, name: `generated, ${rating} guesses` };
  });
  return [...examples.map(({ name, puzzle }) => ({ name, puzzle })), ...made];
}

async function measure(lab: Lab, puzzle: Puzzle, model: string, starts: number, depth: number): Promise<Landscape> {
  const recipe = { ...defaultRecipe(puzzle, model), depth };
  const run = landscapes.run(lab, { kind: "landscape", recipe, puzzles: [puzzle], starts });
  for (;;) {
    const step = await run.next();
    const [landscape] = step.done ? step.value : [];
    if (landscape) return landscape;
    if (step.done) throw new Error("The measurement gave no landscape.");
  }
}

/** How clearly a puzzle shows its mode: the larger, the clearer. */
function clarity({ mode, correct, spurious }: Judgement): number {
  switch (mode) {
    case "broad":
      return correct.low;
    case "together":
      return Math.min(correct.share, spurious.share);
    case "narrow":
      // Few starts, but some: a basin that is seen says more than one that is only begun in.
      return (correct.count > 0 ? 1 : 0) - correct.high;
    default:
      return -correct.high;
  }
}

function clearest(found: readonly Found[], mode: Mode): ModeExample | null {
  const [best] = found
    .filter(({ judgement }) => judgement.mode === mode)
    .sort((a, b) => clarity(b.judgement) - clarity(a.judgement));
  return best?.example ?? null;
}

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { model: text, starts: text, depth: text, generated: text, out: text, help: { type: "boolean" } },
  });
  if (values.help) return console.log(USAGE);
  const number = (name: "starts" | "depth" | "generated", fallback: number) => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isInteger(value) || value < 0)
      throw new Error(`--${name} takes a whole number, not "${values[name]}".`);
    return value;
  };
  const [starts, depth, generated] = [number("starts", 48), number("depth", 128), number("generated", 16)];
  const name = values.model ?? (await loadIndex(WEIGHTS_URL, fileFetch)).default.elsewhere;
  const { model } = await loadModel(WEIGHTS_URL, name, fileFetch);
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be set up.");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  const lab = createLab(backend);

  const found: Found[] = [];
  const all = candidates(generated);
  for (const { name: title, puzzle } of all) {
    const landscape = await measure(lab, puzzle, name, starts, depth);
    const judgement = modeOf(landscape);
    const { correct, spurious, mode } = judgement;
    const solutionHolds = (landscape.probe?.held ?? 0) > 0;
    found.push({
      judgement,
      example: { puzzle, name: title, correct: correct.count, spurious: spurious.count, solutionHolds },
    });
    const held = solutionHolds ? "holds" : "leaves";
    console.log(
      `${mode.padEnd(10)} ${correct.count} correct, ${spurious.count} spurious of ${starts}, ${held}  ${title}  ${puzzle}`,
    );
  }
  const recipe = defaultRecipe("", name);
  const examples: ModeExamples = {
    sha256: model.card.weights.sha256,
    puzzles: all.length,
    starts,
    depth,
    lambda: recipe.lambda,
    seed: recipe.seed,
    examples: {
      absent: clearest(found, "absent"),
      together: clearest(found, "together"),
      narrow: clearest(found, "narrow"),
      broad: clearest(found, "broad"),
    },
  };
  const out = values.out ?? fileURLToPath(`${WEIGHTS_URL}${name}.modes.json`);
  await writeFile(out, `${JSON.stringify(examples, null, 2)}\n`);
  console.log(`Written to ${out}.`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("Try --help.");
  process.exitCode = 1;
}
