import { parseArgs } from "node:util";
import type { BackendChoice } from "../../src/model/eqr/backend/backend";
import { PRESETS, type Preset, type PresetName } from "../../src/model/eqr/recipe/presets";
import {
  defaultRecipe,
  FIELDS,
  type NumericField,
  type Recipe,
  recipeProblems,
} from "../../src/model/eqr/recipe/recipe";
import { SELECTS, type Select } from "../../src/model/eqr/recipe/selection";

export interface Options {
  /** File of puzzles. */
  readonly file: string;
  /** Name of a shipped model, or null for the default one. */
  readonly model: string | null;
  readonly preset: PresetName | null;
  /** What is run. Its depth is what the budget leaves each start, and may be more than a page offers. */
  readonly recipe: Recipe;
  readonly select: Select;
  /** Which of the file's puzzles: `limit` at most, after the first `skip`. */
  readonly skip: number;
  readonly limit: number;
  /** What it runs on; auto takes WebGPU where there is a graphics processor. */
  readonly backend: BackendChoice;
  /** Processes side by side, on WebAssembly. */
  readonly jobs: number;
  readonly json: boolean;
  /** File for a line per puzzle, or null. */
  readonly out: string | null;
  /** Where the share solved over depth x breadth is measured instead; the recipe's depth and breadth are then the largest. */
  readonly scaling: ScalingOptions | null;
}

export interface ScalingOptions {
  readonly file: string;
  /** Iterations per puzzle, depth x breadth, of the largest cells. */
  readonly budget: number;
  /** What the puzzles are, for a person; null for the name of their file. */
  readonly set: string | null;
}

/** The paper's largest depth and breadth, and as much of them as some CPU hours pay for. */
const SCALING = { depth: 4096, breadth: 128, budget: 8192 };

/** The options that are numbers of the recipe. */
const NUMBERS = {
  depth: "depth",
  breadth: "breadth",
  lambda: "lambda",
  sigma: "sigma",
  "noisy-for": "noisyFor",
  period: "period",
  nudges: "nudges",
  seed: "seed",
  tolerance: "tolerance",
} as const satisfies Record<string, NumericField>;
type NumberOption = keyof typeof NUMBERS;
const NUMBER_OPTIONS = Object.keys(NUMBERS) as NumberOption[];
const BACKENDS: readonly BackendChoice[] = ["auto", "webgpu", "wasm"];
const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];
const NUDGED: Preset = PRESETS.extreme;

const describe = (name: NumberOption) => {
  const { label, integer, min, max, default: standard } = FIELDS[NUMBERS[name]];
  const option = `--${name} ${integer ? "N" : "X"}`.padEnd(18);
  return `  ${option} ${label.toLowerCase()}, ${min} to ${max} (default: ${standard})`;
};

export const USAGE = `npm run eval -- --puzzles FILE [options]

  Exact-solve accuracy of a shipped model, by the code that the page evaluates with.

  --puzzles FILE     puzzles in whatever form the page reads, also packed with gzip or zip: lists of 81 characters, tables
                     (commas, semicolons, tabs) whose headings say which column is the puzzle and which the solution,
                     drawn grids, JSON and JSON lines, OpenSudoku's XML, links. What cannot be read is listed by line
  --model NAME       a model of public/weights (default: the page's)
  --preset NAME      pure, deep or extreme: settings that the options below change (src/model/eqr/recipe/presets.ts)
${NUMBER_OPTIONS.map(describe).join("\n")}
                     noise acts in the first --noisy-for iterations of every --period, then not: --sigma 0.12
                     --noisy-for 192 --period 256 anneals (training.evaluate --anneal 256 0.75), no period cools
  --nudge on|off     with the nudges of the preset extreme, or without any: the two kinds of breadth
  --budget N         iterations per puzzle at most, of all its starts and cycles together (default: depth x breadth;
                     with nudges and no --depth ${NUDGED.budget}). A puzzle ends before that once all its starts have
                     settled, the first (preset deep) or, with nudges, once one is accepted
  --select RULE      which start's grid counts: residual (smallest, the default), q (largest) or vote (majority)
  --limit N          only the first N puzzles
  --skip N           not the first N puzzles; with --limit, the N after them
  --rows A-B         only the puzzles A to B, counted from 1
  --backend NAME     webgpu (in a headless Chromium), wasm (in processes) or auto, the default: webgpu where there is a
                     graphics processor. A software adapter is the CPU by a longer way
  --jobs N           processes side by side, on wasm (default: one per core)
  --out FILE         a CSV with a line per puzzle, in the order in which they end
  --json             the last line is JSON

  npm run eval -- --puzzles FILE --scaling OUT.json [options] measures the share solved over depth (1, 2, 4 ... --depth,
  default ${SCALING.depth}) x breadth (1, 2, 4 ... --breadth, default ${SCALING.breadth}) by the start of smallest residual, without nudges. The starts are
  shared: start 1 is the run of breadth 1, starts 1 to 4 are that of breadth 4; a start at rest stops. Each puzzle that is
  done is kept in OUT.json, so that the same command goes on where it was stopped.

  --budget N         here: only cells of depth x breadth up to N (default: ${SCALING.budget})
  --set TEXT         what the puzzles are, for the page (default: the name of their file)`;

/** The options of a command line. Throws an Error for a person. */
export function readOptions(args: string[], cores: number): Options {
  const { values } = parseArgs({
    args,
    options: {
      puzzles: { type: "string" },
      model: { type: "string" },
      preset: { type: "string" },
      nudge: { type: "string" },
      budget: { type: "string" },
      select: { type: "string" },
      limit: { type: "string" },
      skip: { type: "string" },
      rows: { type: "string" },
      jobs: { type: "string" },
      backend: { type: "string" },
      out: { type: "string" },
      scaling: { type: "string" },
      set: { type: "string" },
      json: { type: "boolean", default: false },
      ...(Object.fromEntries(NUMBER_OPTIONS.map((name) => [name, { type: "string" }])) as Record<
        NumberOption,
        { type: "string" }
      >),
    },
  });
  if (!values.puzzles) throw new Error("Which puzzles? Give --puzzles FILE.");
  const name = oneOf("preset", values.preset, PRESET_NAMES);
  const preset: Preset | null = name && PRESETS[name];
  const given = Object.fromEntries(
    NUMBER_OPTIONS.flatMap((name) => (values[name] === undefined ? [] : [[NUMBERS[name], Number(values[name])]])),
  );
  const recipe: Recipe = {
    ...defaultRecipe(".".repeat(81), values.model ?? ""),
    ...preset?.fields,
    ...(values.scaling !== undefined && { depth: SCALING.depth, breadth: SCALING.breadth }),
    ...nudgesOf(oneOf("nudge", values.nudge, ["on", "off"]), given.nudges, preset),
    ...given,
  };
  const problems = recipeProblems(recipe);
  if (problems.length > 0) throw new Error(problems.join(" "));
  const select = oneOf("select", values.select, SELECTS) ?? preset?.select ?? "residual";
  if (select === "vote" && recipe.nudges > 0)
    throw new Error("--select vote has no meaning with nudges: a puzzle ends with the first accepted start.");
  const scaling = scalingOf(values, recipe, select);
  const budget = count("budget", values.budget) ?? defaultBudget(recipe, given.depth !== undefined, preset);
  return {
    file: values.puzzles,
    model: values.model ?? null,
    preset: name,
    recipe: scaling ? recipe : { ...recipe, depth: depthWithin(budget, recipe, given.depth) },
    select,
    ...rangeOf(values),
    backend: oneOf("backend", values.backend, BACKENDS) ?? "auto",
    jobs: count("jobs", values.jobs) ?? clampJobs(cores),
    json: values.json,
    out: values.out ?? null,
    scaling,
  };
}

function scalingOf(
  values: { scaling?: string; set?: string; out?: string; json: boolean; budget?: string },
  { nudges }: Recipe,
  select: Select,
): ScalingOptions | null {
  const { scaling: file, set = null } = values;
  if (file === undefined) {
    if (set !== null) throw new Error("--set says what the puzzles of --scaling are: give --scaling OUT.json too.");
    return null;
  }
  if (nudges > 0)
    throw new Error("--scaling measures the paper's breadth, without nudges: leave out what turns them on.");
  if (select !== "residual") throw new Error(`--scaling chooses by the smallest residual, not by ${select}.`);
  if (values.out !== undefined || values.json)
    throw new Error("--scaling writes its own JSON: leave out --out and --json.");
  return { file, set, budget: count("budget", values.budget) ?? SCALING.budget };
}

function nudgesOf(nudge: "on" | "off" | null, given: number | undefined, preset: Preset | null): Partial<Recipe> {
  if (nudge === null) return {};
  if (given !== undefined && given > 0 !== (nudge === "on"))
    throw new Error(`--nudge ${nudge} and --nudges ${given} contradict one another.`);
  if (nudge === "off") return { nudges: 0 };
  return { nudges: preset?.fields.nudges || NUDGED.fields.nudges };
}

/** A nudged search is bounded by its budget: a depth counts only where it is asked for. */
function defaultBudget({ nudges, depth, breadth }: Recipe, depthGiven: boolean, preset: Preset | null): number {
  if (nudges === 0 || depthGiven) return depth * breadth;
  return preset?.budget ?? NUDGED.budget ?? depth * breadth;
}

/** Iterations of each start. Throws an Error for a person when the budget is less than one of each. */
function depthWithin(budget: number, { breadth }: Recipe, asked: number | undefined): number {
  const each = Math.floor(budget / breadth);
  if (each < 1) throw new Error(`--budget ${budget} is less than one iteration of each of ${breadth} starts.`);
  return Math.min(each, asked ?? each);
}

function rangeOf(values: { rows?: string; skip?: string; limit?: string }): Pick<Options, "skip" | "limit"> {
  const { rows, skip, limit } = values;
  if (rows === undefined)
    return { skip: count("skip", skip) ?? 0, limit: count("limit", limit) ?? Number.POSITIVE_INFINITY };
  if (skip !== undefined || limit !== undefined) throw new Error("Give either --rows, or --skip and --limit.");
  const [, from = 0, to = 0] = /^(\d+)-(\d+)$/.exec(rows)?.map(Number) ?? [];
  if (from < 1 || to < from) throw new Error(`--rows takes A-B with A from 1 and B from A on; not "${rows}".`);
  return { skip: from - 1, limit: to - from + 1 };
}

function oneOf<T extends string>(name: string, text: string | undefined, values: readonly T[]): T | null {
  if (text === undefined) return null;
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`--${name} takes ${values.join(", ")}; not "${text}".`);
  return found;
}

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1; not "${text}".`);
  return value;
}

function clampJobs(cores: number): number {
  return Math.max(1, Math.min(cores, 16));
}
