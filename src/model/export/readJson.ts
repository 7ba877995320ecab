import * as v from "valibot";
import { FIELD_NAMES, type NumericField, type Recipe, recipeProblems } from "../eqr/recipe/recipe";
import { compareFingerprints, decodeFingerprint, encodeFingerprint, fingerprintAt } from "../eqr/record/fingerprint";
import { type Frame, PHASES, type RunEnd } from "../eqr/record/frame";
import { appendFrame, createRecord, type RunRecord } from "../eqr/record/record";
import { cellsOf, decodedOf } from "../tasks/task";

/** A run as it was written by runJson. */
export interface ReadRun {
  readonly record: RunRecord;
  /** Of the weights that it was made with. */
  readonly sha256: string;
  /** The link in the file: how the run was shown. From anyone, unread. */
  readonly link: string;
}

/** Bytes of a file at most: a thousand starts over a hundred iterations. */
export const MOST_BYTES = 2 ** 27;

const number = v.number();
const holed = v.array(v.nullable(number));
const FrameSchema = v.object({
  residual: holed,
  q: holed,
  coords: v.array(holed),
  grid: v.array(v.string()),
  confidence: v.array(v.array(number)),
  hypotheses: v.optional(v.array(v.string())),
  phase: v.optional(v.array(v.nullable(v.picklist(PHASES)))),
  cycle: v.optional(v.array(number)),
});
type WrittenFrame = v.InferOutput<typeof FrameSchema>;

const flag = v.boolean();
const whole = v.pipe(number, v.safeInteger(), v.minValue(0));
const RunSchema = v.object({
  link: v.pipe(v.string(), v.maxLength(20_000)),
  recipe: v.object({
    task: v.optional(v.string()),
    puzzle: v.string(),
    model: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/i)),
    start: v.optional(v.array(v.object({ trajectory: number, iterations: number, weight: number }))),
    ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, number])) as Record<NumericField, typeof number>),
  }),
  model: v.object({ sha256: v.string() }),
  // Nudged runs from before acceptance took rest ended as "accepted".
  end: v.nullable(
    v.pipe(
      v.picklist(["depth", "settled", "accepted", "stopped", "broken", "budget"]),
      v.transform((end) => (end === "accepted" ? "settled" : end)),
    ),
  ),
  spent: v.optional(v.object({ iterations: whole, flop: v.pipe(number, v.minValue(0)), gpuMs: v.nullable(number) })),
  basis: v.nullable(
    v.object({
      id: whole,
      explained: v.tuple([number, number, number]),
      states: whole,
      fromK: whole,
      toK: whole,
      window: v.object({ k: whole, flipped: v.tuple([flag, flag, flag]) }),
    }),
  ),
  fingerprint: v.string(),
  frames: v.pipe(v.array(FrameSchema), v.minLength(1)),
});

/** Whether a text claims to be a run: its first characters are enough. */
export function isRunJson(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"settle-run"/.test(text);
}

/**
 * The run in a text that runJson wrote. Throws an Error in a sentence where it is none, was cut off or was changed: what is
 * restored has the fingerprint that the file names.
 */
export function readRunJson(text: string): ReadRun {
  const json = parsed(text);
  const { format, version } = v.parse(v.object({ format: v.unknown(), version: v.unknown() }), {
    format: undefined,
    version: undefined,
    ...json,
  });
  if (format !== "settle-run") throw new Error("This file is not a run of Settle.");
  if (version !== 1)
    throw new Error("This run was saved by another version of Settle. Reload the page to get the newest.");
  const read = v.safeParse(RunSchema, json);
  if (!read.success) {
    const [{ path }] = read.issues;
    const where = path?.map(({ key }) => String(key).slice(0, 40)).join(".") ?? "";
    throw new Error(`The file is damaged: ${where === "" ? "it" : `"${where}"`} cannot be read.`);
  }
  const { recipe, frames, basis, end, spent, model, link, fingerprint } = read.output;
  const { task, start, ...plain } = recipe;
  const made: Recipe = { ...plain, ...(task !== undefined && { task }), ...(start && { start }) };
  const [problem] = recipeProblems(made);
  if (problem) throw new Error(`The run in the file cannot be: ${problem}`);
  if (frames.length > made.depth + 1)
    throw new Error(`The file is damaged: it has ${frames.length} iterations of a run of ${made.depth}.`);
  const record = createRecord(made);
  frames.forEach((frame, k) => {
    appendFrame(record, restored(frame, k, record));
  });
  record.basis = basis;
  if (spent) record.spent = spent;
  record.end = end && endOf(end, record);
  checkFingerprint(record, fingerprint);
  return { record, sha256: model.sha256, link };
}

function parsed(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null) return json;
  } catch {
    throw new Error("The file is damaged: it is cut off, or is no JSON.");
  }
  throw new Error("This file is not a run of Settle.");
}

function restored(frame: WrittenFrame, k: number, { recipe, problem }: RunRecord): Frame {
  const { breadth } = recipe;
  const cells = cellsOf(problem.grid);
  const { residual, q, coords, grid, confidence, hypotheses, phase, cycle } = frame;
  const lists = [
    residual,
    q,
    coords,
    grid,
    confidence,
    ...[hypotheses, phase, cycle].filter((list) => list !== undefined),
  ];
  const fits =
    lists.every(({ length }) => length === breadth) &&
    [...confidence, ...grid, ...(hypotheses ?? [])].every(({ length }) => length === cells) &&
    coords.every(({ length }) => length === 3);
  if (!fits)
    throw new Error(`The file is damaged: iteration ${k} is not one of ${breadth} starts with ${cells} cells.`);
  const isNudged = hypotheses !== undefined && phase !== undefined && cycle !== undefined;
  if (isNudged !== recipe.nudges > 0)
    throw new Error(
      `The file is damaged: iteration ${k} does not say what its nudges were, or says it of a run without any.`,
    );
  const digitsOf = (texts: readonly string[]) =>
    decodedOf(texts.join("")).map((value) => Math.min(problem.grid.values, value));
  return {
    k,
    residual: floats(residual),
    q: floats(q),
    coords: floats(coords.flat()),
    digits: digitsOf(grid),
    confidence: Uint8Array.from(confidence.flat()),
    ...(isNudged && {
      hypotheses: digitsOf(hypotheses),
      phase: Uint8Array.from(phase, (name) => Math.max(0, PHASES.indexOf(name ?? "settling"))),
      cycle: Uint16Array.from(cycle),
    }),
  };
}

function floats(values: readonly (number | null)[]): Float32Array {
  return Float32Array.from(values, (value) => value ?? Number.NaN);
}

function endOf(kind: RunEnd["kind"], record: RunRecord): RunEnd {
  if (kind === "stopped") return { kind, halted: record.settledAt.filter((k) => k >= 0).length };
  if (kind === "budget") return { kind, spent: record.spent.iterations };
  return { kind };
}

function checkFingerprint(record: RunRecord, written: string): void {
  const there = decodeFingerprint(written);
  const here = fingerprintAt(record, record.frames.length - 1);
  const agrees =
    there !== null &&
    there.k === here.k &&
    there.grids.length === here.grids.length &&
    compareFingerprints(here, there).length === 0 &&
    encodeFingerprint(here) === encodeFingerprint(there);
  if (!agrees) throw new Error("The file was changed after it was saved: its grids are not those of its fingerprint.");
}
