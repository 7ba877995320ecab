import * as v from "valibot";
import { FIELD_NAMES, FIELDS, type NumericField, type Recipe, recipeProblems } from "../../model/eqr/recipe/recipe";
import { areTerms } from "../../model/eqr/recipe/terms";
import { DEFAULT_TASK, problemOf } from "../../model/tasks";
import type { Grid } from "../../model/tasks/task";
import { capitalized } from "../../viz/format";
import { say } from "../../words/say";
import { AXES } from "../store/settings";
import { Cause, Numbers, type Picture, readPicture } from "./fields";
import { mendLink } from "./mend";
import { type ReadLink, type SharedRun, VERSION } from "./sharedRun";
import { readTerms } from "./terms";

/** Whether a view can read this set-up, for a puzzle with this grid. */
export type ReadsSetup = (view: string, setup: string, grid: Grid) => boolean;

/** Breadth 256 with a fingerprint stays well below; a longer one was not made here. */
export const MAX_LINK_LENGTH = 16_384;

/**
 * Reads a hash, from anyone. Never throws: a broken link says what is wrong. An empty or foreign hash is no link. What
 * happened to a link on its way is mended where that makes it a whole one; what only concerns the view costs only itself.
 */
export function readLink(hash: string, readsSetup: ReadsSetup): ReadLink {
  if (hash.length > MAX_LINK_LENGTH) return broken(say`it is far longer than any link of this page`);
  const text = hash.replace(/^#/, "");
  const asItIs = readParameters(text, readsSetup);
  if (asItIs.kind === "run" && !asItIs.notes) return asItIs;
  const mended = readParameters(mendLink(text), readsSetup);
  return wholeness(mended) > wholeness(asItIs) ? mended : asItIs;
}

/** How much of a link there is: none, broken, with fields that could not be read, whole. */
function wholeness(read: ReadLink): number {
  if (read.kind !== "run") return read.kind === "none" ? 0 : 1;
  return read.notes ? 2 + 1 / (1 + read.notes.length) : 3;
}

function readParameters(text: string, readsSetup: ReadsSetup): ReadLink {
  const given = new URLSearchParams(text);
  const version = given.get("v");
  if (version === null && given.get("p") === null) return { kind: "none" };
  if (version !== VERSION)
    return broken(
      version !== null && /^\d{1,4}$/.test(version)
        ? say`it was made by another version of this page; reload the page to get the newest`
        : say`it does not say which version it is`,
    );
  const entries = Object.fromEntries(given);
  const cause = v.safeParse(Cause, entries);
  if (!cause.success) return broken(cause.issues[0].message);
  const numbers = v.safeParse(Numbers, entries);
  if (!numbers.success) return broken(numbers.issues[0].message);
  const notes: string[] = [];
  const read = checkWhole(cause.output, numbers.output, readPicture(entries, notes), readsSetup, notes);
  return read.kind === "run" && notes.length > 0 ? { ...read, notes: notes.map(sentence) } : read;
}

function checkWhole(
  link: v.InferOutput<typeof Cause>,
  numbers: Readonly<Record<string, number>>,
  picture: Picture,
  readsSetup: ReadsSetup,
  notes: string[],
): ReadLink {
  const fields = Object.fromEntries(
    FIELD_NAMES.map((field) => [field, numbers[FIELDS[field].link] ?? FIELDS[field].default]),
  ) as Record<NumericField, number>;
  const grid = gridOf(link.g, link.p);
  if (typeof grid === "string") return broken(grid);
  const start = readTerms(link.z ?? "");
  if (!areTerms(start)) return broken(say`its chosen start cannot be read`);
  const { by: rule, view, o: outcome = null } = picture;
  const noted = (right: boolean, note: string): boolean => {
    if (!right) notes.push(note);
    return right;
  };
  const { depth, breadth } = fields;
  const cursor = noted(picture.k <= depth, say`it points at iteration ${picture.k} of ${depth}`) ? picture.k : 0;
  const chosen = picture.i ?? null;
  const selects =
    chosen !== null && noted(chosen >= 1 && chosen <= breadth, say`it points at trajectory ${chosen} of ${breadth}`);
  const setup =
    picture.set !== undefined && noted(readsSetup(view, picture.set, grid), say`its view's settings cannot be read`)
      ? picture.set
      : null;
  const recipe: Recipe = {
    ...(link.g !== DEFAULT_TASK && { task: link.g }),
    puzzle: link.p,
    // Without a name the page's own model is meant.
    model: link.m ?? "",
    ...fields,
    ...(start.length > 0 && { start }),
  };
  const [problem] = recipeProblems(recipe);
  if (problem) return broken(clause(problem));
  const axes = AXES.find(([a, b]) => `${a + 1}${b + 1}` === picture.x) ?? [0, 1];
  const selected = selects ? chosen - 1 : null;
  const shown = { recipe, cursor, selected, rule, view, axes, setup, outcome };
  return { kind: "run", run: { ...shown, ...sightOf(picture, cursor, depth, noted) } };
}

/** What was left out by whoever had none is left out here as well. */
function sightOf(
  { w: own, to, fit, zoom, let: letters, ship, present, title = null, text = null }: Picture,
  cursor: number,
  depth: number,
  noted: (right: boolean, note: string) => boolean,
): Pick<SharedRun, "own" | "reached" | "window" | "zoom" | "letters" | "shipped" | "hidden" | "caption"> {
  const goesOn =
    to !== undefined && noted(to >= cursor && to <= depth, say`it was computed to iteration ${to} of ${depth}`);
  const end = goesOn ? to : cursor;
  const fits =
    fit !== undefined && noted(fit.k >= 1 && fit.k <= end, say`its axes were fitted at iteration ${fit.k} of ${end}`);
  return {
    ...(own !== undefined && { own }),
    ...(goesOn && { reached: to }),
    ...(fits && { window: fit }),
    ...(zoom && { zoom }),
    ...(letters && { letters }),
    ...(ship && { shipped: true }),
    ...(present && { hidden: present }),
    ...((title !== null || text !== null) && { caption: { title: title ?? "", sentence: text ?? "" } }),
  };
}

/** The grid of the puzzle, or why there is none. */
function gridOf(task: string, puzzle: string): Grid | string {
  try {
    return problemOf({ task, puzzle }).grid;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return clause(why);
  }
}

function sentence(text: string): string {
  return `${capitalized(text)}.`;
}

function clause(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

function broken(why: string): ReadLink {
  return { kind: "broken", message: say`This link cannot be opened: ${why}. Here is your own board instead.` };
}
