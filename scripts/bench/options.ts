import { isPlanName, type PlanName } from "../../src/bench/plan";
import { CONTESTANTS, type ContestantName } from "../../src/bench/protocol";

export const USAGE = `npm run bench -- [options]

Measures one iteration of the shipped model, computed six ways in headless Chromium: see bench.html.

  --quick            breadth 1 and 8 only; ends within five minutes on two cores without a GPU
  --smoke            just long enough to see that everything runs; its figures are worth little
  --anatomy          measures nothing: what both families of our kernels dispatch, load and move, from their layout
  --model NAME       a map of public/weights (default: the one that pages without a GPU start with)
  --only NAMES       some of ${CONTESTANTS.join(", ")}, separated by commas
  --budget SECONDS   time for each contestant at each breadth; the default leaves out what takes minutes an iteration
  --json             one line of JSON last
  --out FILE         write everything that was measured to a file, as JSON, and each row as it comes to FILE with an l
                     at its end (bench.json, bench.jsonl)
  --help             this`;

export interface Options {
  readonly plan: PlanName;
  /** Instead of measuring, print what the kernels do. */
  readonly anatomy: boolean;
  readonly only: readonly ContestantName[];
  /** Null for the default one. */
  readonly model: string | null;
  /** Seconds; null for the plan's own. */
  readonly budget: number | null;
  readonly json: boolean;
  readonly out: string | null;
}

/** Reads the command's arguments. Throws an Error in words that says what is wrong with them. */
export function readOptions(args: readonly string[]): Options {
  let options: Options = {
    ...{ plan: "full", anatomy: false, only: CONTESTANTS, model: null },
    ...{ budget: null, json: false, out: null },
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const value = () => {
      const text = args[++i];
      if (text === undefined || text.startsWith("--")) throw new Error(`${arg} needs a value after it.`);
      return text;
    };
    if (arg === "--anatomy") options = { ...options, anatomy: true };
    else if (arg === "--json") options = { ...options, json: true };
    else if (arg === "--out") options = { ...options, out: value() };
    else if (arg === "--model") options = { ...options, model: value() };
    else if (arg === "--budget") options = { ...options, budget: seconds(value()) };
    else if (arg === "--only") options = { ...options, only: contestants(value()) };
    else if (isPlanName(arg.slice(2)) && arg.startsWith("--")) options = { ...options, plan: arg.slice(2) as PlanName };
    else throw new Error(`There is no option "${arg}".`);
  }
  return options;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new Error(`--budget needs seconds, a number above 0, not "${text}".`);
  return value;
}

function contestants(text: string): ContestantName[] {
  const names = text.split(",");
  const unknown = names.filter((name) => !CONTESTANTS.some((known) => known === name));
  if (unknown.length > 0)
    throw new Error(`There is no contestant "${unknown.join(", ")}"; there is ${CONTESTANTS.join(", ")}.`);
  return CONTESTANTS.filter((name) => names.includes(name));
}
