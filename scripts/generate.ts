import { appendFileSync, createReadStream, existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { symmetryKey } from "../src/model/tasks/sudoku/canonical";
import { climb, type Generated, generateForDifficulty, minimalPuzzle } from "../src/model/tasks/sudoku/generate";
import type { Puzzle } from "../src/model/tasks/sudoku/grid";
import { nearPuzzle } from "../src/model/tasks/sudoku/near";
import { type Rng, randomInt, seededRng } from "../src/model/tasks/sudoku/random";
import { DIFFICULTIES, rate } from "../src/model/tasks/sudoku/rate";
import { readList } from "../src/model/tasks/sudoku/read/evaluable";
import { describeMalformed } from "../src/model/tasks/sudoku/read/reading";

const USAGE = `usage: npm run generate -- --count N [--near FILE[:ROWS] | --mix] [--min-rating R] [--exclude FILE] [--seed S] [--minutes M] [--out FILE]

Prints lines "puzzle,solution,rating": minimal puzzles with one solution, no two of them equivalent by a symmetry of Sudoku.
The rating is the number of guesses that a solver of naked and hidden singles makes.
  --count N         how many puzzles
  --near FILE       neighbours of the puzzles of FILE, of its first ROWS or rows A-B (FILE:800, FILE:1-800): one to three clues
                    are exchanged. FILE is read as by npm run eval: CSV, lists, JSON, gzip ...; mined puzzles are seeds too
  --min-rating R    only puzzles of at least R guesses (default 0: as they come); found by climbing without --near, and with
                    it from those seeds that have the rating
  --mix             easy, medium, hard and extreme ones in turn, as the page makes them (the easy ones are not minimal)
  --exclude FILE    no puzzle equivalent to one of FILE[:ROWS], e.g. those held back for testing; may be given several times
  --seed S          any text; the same seed gives the same puzzles (default "1")
  --minutes M       stop after M minutes even when fewer were found
  --out FILE        append to FILE; puzzles that it already holds are not written again`;

interface Settings {
  count: number;
  minRating: number;
  /** Puzzles whose neighbours are wanted. */
  near: string | null;
  mix: boolean;
  /** Files of puzzles that are not to be made. */
  exclude: readonly string[];
  seed: string;
  minutes: number;
  out: string | undefined;
}

await main();

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  const near = settings.near === null ? null : await puzzlesOf("--near", settings.near);
  // A reader that has seen enough (such as `head`) closes the pipe; that is no error.
  process.stdout.on("error", () => process.exit(0));
  const seen = new Set<string>();
  for (const file of settings.exclude)
    for (const puzzle of await puzzlesOf("--exclude", file)) seen.add(symmetryKey(puzzle));
  if (settings.out && hasText(settings.out))
    for (const puzzle of await puzzlesOf("--out", settings.out)) seen.add(symmetryKey(puzzle));
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
  for (const generated of source(rng, settings, near)) {
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

function source(
  rng: Rng,
  { mix, minRating }: Settings,
  near: readonly Puzzle[] | null,
): Generator<Generated | undefined> {
  if (mix) return mixed(rng);
  return near ? neighbours(rng, near, minRating) : puzzles(rng, minRating);
}

/** Endless neighbours of puzzles that have the rating, themselves of at least that rating. */
function* neighbours(rng: Rng, near: readonly Puzzle[], minRating: number): Generator<Generated | undefined> {
  const hard = minRating === 0 ? near : near.filter((puzzle) => (rate(puzzle) ?? -1) >= minRating);
  if (hard.length === 0) fail(`--near: none of its puzzles needs ${minRating} guesses; lower --min-rating.`);
  for (;;) {
    const made = nearPuzzle(hard[randomInt(rng, hard.length)] as Puzzle, rng);
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
    exclude: { type: "string", multiple: true },
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
      near: values.near ?? null,
      mix: values.mix,
      exclude: values.exclude ?? [],
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

/** The puzzles of FILE, FILE:ROWS (the first ones) or FILE:A-B. Ends the program with a sentence where there are none. */
async function puzzlesOf(option: string, text: string): Promise<Puzzle[]> {
  const [, path, from, to] = /^(.+?):(?:(\d+)-)?(\d+)$/.exec(text) ?? [];
  const file = existsSync(text) || path === undefined ? text : path;
  if (!existsSync(file)) fail(`${option}: there is no file "${file}".`);
  const skip = file === text || from === undefined ? 0 : Number(from) - 1;
  const limit = file === text ? Number.POSITIVE_INFINITY : Number(to) - skip;
  const { puzzles, malformed, malformedCount } = await readList(createReadStream(file), { skip, limit }).catch(
    (error) => fail(`${option}: "${file}" cannot be read. ${error instanceof Error ? error.message : error}`),
  );
  const [first] = malformed;
  if (puzzles.length === 0) fail(`${option}: "${text}" holds no puzzle.${first ? ` ${describeMalformed(first)}` : ""}`);
  if (first) process.stderr.write(`${option}: ${malformedCount} left out of "${file}". ${describeMalformed(first)}\n`);
  return puzzles.map(({ puzzle }) => puzzle);
}

function hasText(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
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

async function write(lines: string[], out: string | undefined): Promise<void> {
  const text = lines.join("");
  if (text === "") return;
  if (out) return appendFileSync(out, text);
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
}
