import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { symmetryKey } from "../src/model/tasks/sudoku/canonical";
import { neighbourByExchange } from "../src/model/tasks/sudoku/exchange";
import { climb, type Generated, generateForDifficulty, minimalPuzzle } from "../src/model/tasks/sudoku/generate";
import { isPuzzle, type Puzzle } from "../src/model/tasks/sudoku/grid";
import { type Rng, randomInt, seededRng } from "../src/model/tasks/sudoku/random";
import { DIFFICULTIES, rate } from "../src/model/tasks/sudoku/rate";

const USAGE = `usage: npx tsx scripts/generate.ts --count N [--min-rating R [--near FILE] | --mix] [--seed S] [--minutes M] [--out FILE]

Prints lines "puzzle,solution,rating": minimal puzzles with one solution, no two alike up to symmetry. The rating is the
number of guesses a solver of naked and hidden singles makes.
  --count N       how many puzzles
  --min-rating R  only puzzles of at least R guesses, found by climbing (default 0: as they come)
  --near FILE     neighbours of the puzzles in FILE[:FIRST_ROWS] that need R guesses, a few clues exchanged, instead of climbing
  --mix           easy, medium, hard and extreme ones in turn, as the page makes them (the easy ones are not minimal)
  --seed S        any text; the same seed gives the same puzzles (default "1")
  --minutes M     stop after M minutes even when fewer were found
  --out FILE      append to FILE; puzzles it already holds are not written again`;

interface Settings {
  count: number;
  minRating: number;
  /** Puzzles whose neighbours are wanted. */
  near: readonly Puzzle[] | null;
  mix: boolean;
  seed: string;
  minutes: number;
  out: string | undefined;
}

await main();

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  // A reader that has seen enough (such as `head`) closes the pipe; that is no error.
  process.stdout.on("error", () => process.exit(0));
  const seen = new Set(settings.out ? keysOfFile(settings.out) : []);
  const began = performance.now();
  const ends = began + settings.minutes * 60_000;
  let lines: string[] = [];
  let made = 0;
  let flushed = began;
  const flush = async (): Promise<void> => {
    await write(lines, settings.out);
    lines = [];
    flushed = performance.now();
    const seconds = (flushed - began) / 1000;
    process.stderr.write(`${made} puzzles in ${seconds.toFixed(0)} s, ${(made / seconds).toFixed(1)} per second\n`);
  };

  const rng = seededRng(settings.seed);
  for (const generated of source(rng, settings)) {
    if (generated) {
      const key = symmetryKey(generated.puzzle);
      if (!seen.has(key)) {
        seen.add(key);
        lines.push(`${generated.puzzle},${generated.solution},${generated.rating}\n`);
        made++;
      }
    }
    const now = performance.now();
    if (made >= settings.count || now >= ends) break;
    if (now - flushed > 5000) await flush();
  }
  await flush();
}

function source(rng: Rng, { mix, near, minRating }: Settings): Generator<Generated | undefined> {
  if (mix) return mixed(rng);
  return near ? neighbours(rng, near, minRating) : puzzles(rng, minRating);
}

/** Endless neighbours of puzzles that have the rating, themselves of at least that rating. */
function* neighbours(rng: Rng, near: readonly Puzzle[], minRating: number): Generator<Generated | undefined> {
  const hard = near.filter((puzzle) => (rate(puzzle) ?? -1) >= minRating);
  if (hard.length === 0) fail(`--near: none of its puzzles needs ${minRating} guesses; lower --min-rating.`);
  for (;;) {
    const made = neighbourByExchange(hard[randomInt(rng, hard.length)] as Puzzle, rng);
    yield made && made.rating >= minRating ? made : undefined;
  }
}

/** Endless puzzles of at least a rating. Yields undefined between them, so that the caller can watch the clock. */
function* puzzles(rng: Rng, minRating: number): Generator<Generated | undefined> {
  for (;;) {
    const start = minimalPuzzle(rng);
    yield start.rating >= minRating ? start : undefined;
    if (minRating === 0) continue;
    // Strict walks reach the high ratings, loose ones bring variety.
    for (const step of climb(rng, start, { maxSteps: 300, slack: 0.2 + 0.6 * rng() })) {
      yield step.rating >= minRating ? step : undefined;
    }
  }
}

/** Endless puzzles, one of each difficulty in turn; one that fell short of its difficulty is passed over. */
function* mixed(rng: Rng): Generator<Generated | undefined> {
  for (;;) {
    for (const difficulty of DIFFICULTIES) {
      for (;;) {
        const made = generateForDifficulty(rng, difficulty);
        if (made.difficulty === difficulty) {
          yield made;
          break;
        }
        yield undefined;
      }
    }
  }
}

function readSettings(args: string[]): Settings {
  const options = {
    count: { type: "string" },
    "min-rating": { type: "string" },
    near: { type: "string" },
    mix: { type: "boolean", default: false },
    seed: { type: "string" },
    minutes: { type: "string" },
    out: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (values.count === undefined) throw new Error("--count is missing: say how many puzzles to make.");
    if (values.mix && values["min-rating"] !== undefined) throw new Error("Give either --mix or --min-rating.");
    if (values.mix && values.near !== undefined) throw new Error("Give either --mix or --near.");
    if (values.out !== undefined) checkWritable(values.out);
    return {
      count: wholeNumber("--count", values.count, 1),
      minRating: wholeNumber("--min-rating", values["min-rating"] ?? "0", 0),
      near: values.near === undefined ? null : readNear(values.near),
      mix: values.mix,
      seed: values.seed ?? "1",
      minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : positiveNumber("--minutes", values.minutes),
      out: values.out,
    };
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The puzzles of FILE[:FIRST_ROWS]. */
function readNear(text: string): Puzzle[] {
  const [, file = text, rows] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (!existsSync(file)) throw new Error(`--near: there is no file "${file}".`);
  const found = puzzlesOfFile(file);
  if (found.length === 0) throw new Error(`--near: "${file}" has no line that begins with a puzzle of 81 digits.`);
  return found.slice(0, rows === undefined ? found.length : Number(rows));
}

function checkWritable(file: string): void {
  try {
    appendFileSync(file, "");
  } catch (error) {
    throw new Error(`--out: cannot write to "${file}" (${error instanceof Error ? error.message : error}).`);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new Error(`${name} takes a whole number of at least ${least}, not "${text}".`);
  }
  return Number(text);
}

function positiveNumber(name: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) <= 0) {
    throw new Error(`${name} takes a number above 0, not "${text}".`);
  }
  return Number(text);
}

function keysOfFile(file: string): string[] {
  return existsSync(file) ? puzzlesOfFile(file).map((puzzle) => symmetryKey(puzzle)) : [];
}

/** The puzzles that lines of a file begin with, in order. */
function puzzlesOfFile(file: string): Puzzle[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.slice(0, 81).replaceAll("0", "."))
    .filter(isPuzzle);
}

async function write(lines: string[], out: string | undefined): Promise<void> {
  const text = lines.join("");
  if (text === "") return;
  if (out) return appendFileSync(out, text);
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
}
