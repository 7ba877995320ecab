/** Measures with the shipped weights what the page shows before anything is measured on it. See USAGE. */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadIndex } from "../src/model/eqr/model/loadFiles";
import { SHIPPED, writeResult } from "../src/model/export/resultFile";
import { writeRunFile } from "../src/model/export/runFile";
import { createLab } from "../src/model/lab/lab";
import { EXAMPLES } from "../src/model/tasks/sudoku/examples";
import { readTasks } from "./eval/puzzles";
import { makeOpening } from "./results/opening";
import { measureOne, shippedRequests } from "./results/views";
import { fileFetch, WEIGHTS_URL } from "./tools/fileFetch";
import { openModel } from "./tools/openModel";

const USAGE = `usage: npm run results -- [--model NAME] [--only NAME,NAME]

Computes what the page shows before anything is measured on it, on WebAssembly: run it whenever the weights change (a unit
test fails where the results are of other weights). Writes to public/results/MODEL/.
  --model NAME   default: all shipped models
  --only NAMES   some of: opening, ${SHIPPED.join(", ")}`;

const PUZZLE = "two-solutions";
const SAMPLE = fileURLToPath(new URL("../public/puzzles/sample.csv", import.meta.url));

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { model: text, only: text, help: { type: "boolean" } } });
  if (values.help) return console.log(USAGE);
  const only = values.only?.split(",");
  const wanted = (name: string): boolean => !only || only.includes(name);
  const { models } = await loadIndex(WEIGHTS_URL, fileFetch);
  for (const name of values.model ? [values.model] : models.map(({ name }) => name)) await measure(name, wanted);
}

async function measure(name: string, wanted: (result: string) => boolean): Promise<void> {
  console.log(name);
  const { model, backend } = await openModel(name);
  const folder = fileURLToPath(new URL(`../public/results/${name}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    await writeFile(`${folder}${file}`, content);
    console.log(`${file}: ${(content.length / 1000).toFixed(1)} kB`);
  };
  const puzzle = EXAMPLES.find(({ id }) => id === PUZZLE)?.puzzle;
  if (!puzzle) throw new Error(`There is no example "${PUZZLE}".`);
  const opening = await makeOpening(backend, model, puzzle);
  if (wanted("opening")) await write("opening.run", await writeRunFile(opening));
  const { sha256 } = model.card.weights;
  const sample = await readTasks({ file: SAMPLE, skip: 0, limit: 1000 });
  const requests = shippedRequests(
    opening,
    sample.tasks.map(({ puzzle }) => puzzle),
  );
  for (const kind of SHIPPED.filter(wanted)) {
    const lab = createLab(backend);
    const request = requests[kind];
    const result = await measureOne(lab, request);
    console.log(`${kind}: ${lab.spent.toLocaleString("en")} iterations`);
    lab.dispose();
    await write(`${kind}.json`, writeResult({ sha256, request, result }));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("Try --help.");
  process.exitCode = 1;
}
