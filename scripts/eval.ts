/** Exact-solve accuracy of a shipped model, through the same code that the page runs. See USAGE in eval/options.ts. */
import { createWriteStream } from "node:fs";
import { availableParallelism } from "node:os";
import { finished } from "node:stream/promises";
import { scalesOf } from "../src/model/analysis/scales";
import { curvesOf } from "../src/model/evaluate/curves";
import type { Answer } from "../src/model/evaluate/evaluate";
import { type Judged, judge } from "../src/model/evaluate/judge";
import { curveLines, reportOf, settingsOf, shareLines, summaryLines } from "../src/model/evaluate/report";
import { CSV_HEADINGS, csvLine } from "../src/model/evaluate/table";
import { loadCard } from "./eval/card";
import { type Options, readOptions, USAGE } from "./eval/options";
import { createProgress } from "./eval/progress";
import { readTasks } from "./eval/puzzles";
import { measureScalingFile } from "./eval/scaling";
import { openSolver } from "./eval/solver";

async function evaluate(options: Options): Promise<void> {
  const { tasks, malformed } = await readTasks(options);
  const { name: model, flopsPerIteration } = await loadCard(options.model);
  const recipe = { ...options.recipe, model };
  const cost = { breadth: recipe.breadth, flopsPerIteration };
  const settings = settingsOf(recipe, options.preset, options.select);
  for (const line of settings.lines) console.log(line);
  const solver = await openSolver(options);
  console.log(`runs on ${solver.where}`);

  const request = { recipe, select: options.select, puzzles: tasks.map(({ puzzle }) => puzzle) };
  const out = options.out === null ? null : createWriteStream(options.out);
  out?.write(`${CSV_HEADINGS}\n`);
  const progress = createProgress(tasks.length);
  const judged: Judged[] = [];
  let solved = 0;
  const began = performance.now();
  const receive = (answer: Answer): void => {
    const task = tasks[answer.index];
    if (!task) return;
    const one = judge(task, answer, recipe);
    judged.push(one);
    if (one.solved) solved++;
    out?.write(`${csvLine(one, cost)}\n`);
    progress.report(solved);
  };
  await solver.solve("evaluation", request, receive).finally(solver.close);
  progress.end();
  if (out) await finished(out.end());

  const seconds = (performance.now() - began) / 1000;
  const figures = reportOf(judged, recipe, cost);
  const scales = scalesOf(recipe);
  for (const line of curveLines(curvesOf(judged, scales), scales.depths)) console.log(line);
  for (const line of shareLines(figures, recipe)) console.log(line);
  for (const line of summaryLines(figures, recipe, seconds)) console.log(line);
  if (malformed > 0) console.log(`${malformed} malformed ${malformed === 1 ? "line" : "lines"} skipped`);
  const report = {
    ...figures,
    malformed,
    ...settings.values,
    backend: solver.kind,
    seconds: Math.round(seconds * 10) / 10,
  };
  console.log(
    options.json ? JSON.stringify(report) : `accuracy ${solved}/${tasks.length} = ${figures.accuracy.toFixed(4)}`,
  );
}

try {
  if (process.argv.includes("--help")) console.log(USAGE);
  else {
    const options = readOptions(process.argv.slice(2), availableParallelism());
    await (options.scaling ? measureScalingFile(options, options.scaling) : evaluate(options));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("Try --help.");
  process.exitCode = 1;
}
