/** Exact-solve accuracy of a shipped model, through the same code that the page runs. See USAGE in eval/options.ts. */
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { finished } from "node:stream/promises";
import { fileFetch, WEIGHTS_URL } from "../src/model/eqr/fixtures/fileFetch";
import { loadIndex, loadModel } from "../src/model/eqr/loadModel";
import { digitsOf } from "../src/model/sudoku/grid";
import { extendsPuzzle, isValidGrid } from "../src/model/sudoku/rules";
import { solveInJobs } from "./eval/jobs";
import { type Options, readOptions, USAGE } from "./eval/options";
import { createProgress } from "./eval/progress";
import { readPuzzles, type Task } from "./eval/readPuzzles";
import { CSV_HEADINGS, csvLine, figuresOf, type Judged, settingsOf, summaryLines } from "./eval/report";

/** Equal to the solution where the file gives one; else a valid grid that keeps the givens (unique puzzle: the solution). */
function isSolved(grid: string, { puzzle, solution }: Task): boolean {
  if (solution) return grid === solution;
  const digits = digitsOf(grid);
  return isValidGrid(digits) && extendsPuzzle(digits, puzzle);
}

async function readTasks({ file, limit }: Options) {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`The file ${file} could not be read.`);
  });
  const { tasks, malformed } = readPuzzles(text);
  for (const { line, why } of malformed) console.error(`line ${line} skipped: ${why}`);
  if (tasks.length === 0) throw new Error(`The file ${file} holds no puzzle.`);
  return { tasks: tasks.slice(0, limit), malformed: malformed.length };
}

async function loadCard(name: string | null) {
  const index = await loadIndex(WEIGHTS_URL, fileFetch);
  const chosen = name ?? index.default;
  const names = index.models.map((model) => model.name);
  if (!names.includes(chosen)) throw new Error(`There is no model "${chosen}"; there is ${names.join(", ")}.`);
  return (await loadModel(WEIGHTS_URL, chosen, fileFetch)).model.card;
}

async function evaluate(options: Options): Promise<void> {
  const { tasks, malformed } = await readTasks(options);
  const { name: model, flopsPerIteration } = await loadCard(options.model);
  const recipe = { ...options.recipe, model };
  const cost = { breadth: recipe.breadth, flopsPerIteration };
  const settings = settingsOf(recipe, options);
  for (const line of settings.lines) console.log(line);

  const request = { recipe, select: options.select, puzzles: tasks.map(({ puzzle }) => puzzle) };
  const out = options.out === null ? null : createWriteStream(options.out);
  out?.write(`${CSV_HEADINGS}\n`);
  const progress = createProgress(tasks.length);
  const judged: Judged[] = [];
  let solved = 0;
  const began = performance.now();
  await solveInJobs(request, options.jobs, (answer) => {
    const task = tasks[answer.index];
    if (!task) return;
    const one = { task, answer, solved: isSolved(answer.grid, task) };
    judged.push(one);
    if (one.solved) solved++;
    out?.write(`${csvLine(one, cost)}\n`);
    progress.report(solved);
  });
  progress.end();
  if (out) await finished(out.end());

  const seconds = (performance.now() - began) / 1000;
  const figures = figuresOf(judged, cost);
  for (const line of summaryLines(figures, recipe, seconds)) console.log(line);
  if (malformed > 0) console.log(`${malformed} malformed ${malformed === 1 ? "line" : "lines"} skipped`);
  const report = { ...figures, malformed, ...settings.values, seconds: Math.round(seconds * 10) / 10 };
  console.log(
    options.json ? JSON.stringify(report) : `accuracy ${solved}/${tasks.length} = ${figures.accuracy.toFixed(4)}`,
  );
}

try {
  if (process.argv.includes("--help")) console.log(USAGE);
  else await evaluate(readOptions(process.argv.slice(2), availableParallelism()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("Try --help.");
  process.exitCode = 1;
}
