/** Runs puzzle after puzzle in a headless browser and watches what piles up. */
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { minimalPuzzle } from "../src/model/tasks/sudoku/generate";
import { type Rng, seededRng } from "../src/model/tasks/sudoku/random";
import type { App } from "../src/ui/app";
import { checkHeaps, openHeaps } from "./soak/heap";
import { readHoldings, watchWorker } from "./soak/probe";
import { growths, HEADINGS, line, type Sample } from "./soak/samples";
import { openBuiltPage } from "./tools/page";

const USAGE = `npm run soak -- [--minutes N] [--backend webgpu|wasm]

Opens the built page, runs puzzle after puzzle for N minutes (10), and prints tensors, GPU buffers and heaps at the start
and every minute. Fails when the median of the last third of the samples is more than 5 % above that of the second third.`;

/** Puzzles before the first sample: shaders compile, pools find their sizes and code is optimised over the first two dozen. */
const WARM_UP = 30;
const FIELDS = { depth: 24, breadth: 3 };
/** Every sample is taken after this run, so that what a run itself holds is always the same. */
const REFERENCE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
/** For what hangs: on a busy computer a run may take minutes. */
const RUN_LIMIT_MS = 1_200_000;

/** The handle that the page offers at ?debug. */
type Debug = typeof globalThis & { settle: { app: App } };

/** Has the page run a puzzle to its end, and waits for that. */
async function runPuzzle(page: Page, puzzle: string): Promise<void> {
  await page.evaluate((text) => {
    const { app } = (globalThis as unknown as Debug).settle;
    app.edit.put(text, "soak");
  }, puzzle);
  const ended = page.waitForFunction(
    (text) => {
      const { record } = (globalThis as unknown as Debug).settle.app.run.getState();
      return record?.recipe.puzzle === text && record.end !== null;
    },
    puzzle,
    { timeout: RUN_LIMIT_MS, polling: 100 },
  );
  await ended.catch(async (error) => {
    const state = await page.evaluate(() => {
      const { worker, record } = (globalThis as unknown as Debug).settle.app.run.getState();
      return JSON.stringify({ worker, iterations: record?.frames.length, end: record?.end });
    });
    throw new Error(`The run of ${puzzle} did not end: ${state}. ${error}`);
  });
}

/** Some puzzles, then the reference, which is always run anew. */
async function runSome(page: Page, rng: Rng, until: (run: number) => boolean): Promise<number> {
  let run = 0;
  do {
    await runPuzzle(page, minimalPuzzle(rng).puzzle);
    run++;
  } while (!until(run));
  await runPuzzle(page, REFERENCE);
  return run + 1;
}

async function soak(minutes: number, backend: Backend): Promise<string[]> {
  const { page, address, close, software } = await openBuiltPage();
  try {
    const found = watchWorker(page);
    await page.goto(`${address}?debug&backend=${backend}`);
    const worker = await found;
    await page.waitForFunction(
      () => (globalThis as unknown as Debug).settle.app.run.getState().worker.kind === "ready",
    );
    await page.evaluate((fields) => {
      const { settings } = (globalThis as unknown as Debug).settle.app;
      settings.setState({ fields: { ...settings.getState().fields, ...fields }, speed: Number.POSITIVE_INFINITY });
    }, FIELDS);
    const heaps = await openHeaps(page, worker);
    await checkHeaps(worker, heaps);
    const rng = seededRng("soak");
    console.error(`warming up with ${WARM_UP} puzzles`);
    let puzzles = await runSome(page, rng, (run) => run >= WARM_UP);
    const began = performance.now();
    const elapsed = () => (performance.now() - began) / 60_000;
    const sample = async (): Promise<Sample> => {
      const taken = { minutes: elapsed(), puzzles, ...(await readHoldings(worker, heaps)) };
      console.log(line(taken));
      return taken;
    };
    console.log(
      `${backend}, breadth ${FIELDS.breadth}, depth ${FIELDS.depth}${software ? ", on a software adapter" : ""}\n${HEADINGS}`,
    );
    const samples = [await sample()];
    for (let minute = 1; elapsed() < minutes; minute++) {
      puzzles += await runSome(page, rng, () => elapsed() >= Math.min(minute, minutes));
      samples.push(await sample());
    }
    return growths(samples);
  } finally {
    await close();
  }
}

const BACKENDS = ["webgpu", "wasm"] as const;
type Backend = (typeof BACKENDS)[number];

function readOptions(): { minutes: number; backend: Backend } {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      backend: { type: "string", default: "webgpu" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const minutes = Number(values.minutes);
  // A sample is taken at the start and every minute, and three are compared.
  if (!(minutes >= 2)) throw new Error(`--minutes takes a number from 2 on, not "${values.minutes}".\n\n${USAGE}`);
  const backend = BACKENDS.find((name) => name === values.backend);
  if (!backend) throw new Error(`--backend takes ${BACKENDS.join(" or ")}, not "${values.backend}".\n\n${USAGE}`);
  return { minutes, backend };
}

try {
  const { minutes, backend } = readOptions();
  const problems = await soak(minutes, backend);
  for (const problem of problems) console.log(`From the second third to the last, by their medians: ${problem}.`);
  console.log(problems.length > 0 ? "Not flat." : "Flat within 5 % (medians of the second and the last third).");
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
