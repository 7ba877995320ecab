import * as v from "valibot";
import type { NamedGrid } from "../../model/analysis/gridTags";
import type { FitWindow } from "../../model/eqr/frame";
import { FIELD_NAMES, FIELDS, type NumericField, type Recipe, recipeProblems } from "../../model/eqr/recipe";
import { SELECTS, type Select } from "../../model/eqr/selection";
import { areTerms, type Term } from "../../model/eqr/terms";
import { DEFAULT_TASK, problemOf } from "../../model/tasks";
import type { Grid } from "../../model/tasks/task";
import { capitalized } from "../../viz/format";
import type { MapWindow } from "../../viz/map/window";
import { fromModel, inSentence, say } from "../../words/say";
import { type PresentPart, readHidden, writeHidden } from "../present/parts";
import { AXES, type Axes } from "../store/settings";
import { CAPTION_LIMITS, type Caption, readText, writeText } from "./caption";
import { LETTERS_PATTERN, readLetters, writeLetters } from "./letters";
import { mendLink } from "./mend";
import { FIT_PATTERN, readFit, readZoom, writeFit, writeZoom, ZOOM_PATTERN } from "./sight";

/** What a link holds: the recipe, the view, and what came of it where the link was made. Nothing else. */
export interface SharedRun {
  readonly recipe: Recipe;
  /** Iteration that the link shows. */
  readonly cursor: number;
  /** The trajectory a person chose; null follows the best by the rule. */
  readonly selected: number | null;
  readonly rule: Select;
  readonly view: string;
  readonly axes: Axes;
  /** The view's set-up as its Setup writes it; null for views without one. */
  readonly setup: string | null;
  /** Fingerprint of the outcome at the cursor. */
  readonly outcome: string | null;
  /** The sender's own digits and marks, as the view of the task writes them; only where they are sent along. */
  readonly own?: string;
  /** Iterations that had been computed, where they are more than the cursor: the pale curves after it. */
  readonly reached?: number;
  /** What the map's axes were fitted on; without it they are fitted as the run grows. */
  readonly window?: FitWindow;
  /** What a zoomed map shows of the plane. */
  readonly zoom?: MapWindow;
  /** The grids that the sender knows of this puzzle, in the order of their letters; only where there are several. */
  readonly letters?: readonly NamedGrid[];
  /** Whether the view showed its shipped result, so that nothing is to be measured. */
  readonly shipped?: boolean;
  /** Where it opens as a presentation: the parts hidden in it. */
  readonly hidden?: readonly PresentPart[];
  /** What the sender says of it. */
  readonly caption?: Caption;
}

export type ReadLink =
  | { readonly kind: "none" }
  /** `notes`: what could not be read and was left at its default, in sentences; only there where something was. */
  | { readonly kind: "run"; readonly run: SharedRun; readonly notes?: readonly string[] }
  | { readonly kind: "broken"; readonly message: string };

/** Whether a view can read this set-up, for a puzzle with this grid. */
export type ReadsSetup = (view: string, setup: string, grid: Grid) => boolean;

/** Breadth 256 with a fingerprint stays well below; a longer one was not made here. */
export const MAX_LINK_LENGTH = 16_384;
const VERSION = "1";

/** The hash of a link: "#v=1&p=..61....&s=1&k=44". */
export function writeLink(run: SharedRun): string {
  const { recipe } = run;
  const entries: [string, string][] = [["v", VERSION]];
  if (recipe.task !== undefined && recipe.task !== DEFAULT_TASK) entries.push(["g", recipe.task]);
  entries.push(["p", recipe.puzzle]);
  if (recipe.model !== "") entries.push(["m", recipe.model]);
  for (const field of FIELD_NAMES) entries.push([FIELDS[field].link, String(recipe[field])]);
  entries.push(
    ["k", String(run.cursor)],
    ["by", run.rule],
    ["view", run.view],
    ["x", run.axes.map((a) => a + 1).join("")],
  );
  if (run.setup !== null) entries.push(["set", run.setup]);
  if (recipe.start?.length) entries.push(["z", writeTerms(recipe.start)]);
  if (run.selected !== null) entries.push(["i", String(run.selected + 1)]);
  if (run.outcome !== null) entries.push(["o", run.outcome]);
  if (run.own) entries.push(["w", run.own]);
  if (run.reached !== undefined) entries.push(["to", String(run.reached)]);
  if (run.window) entries.push(["fit", writeFit(run.window)]);
  if (run.zoom) entries.push(["zoom", writeZoom(run.zoom)]);
  if (run.letters) entries.push(["let", writeLetters(run.letters)]);
  if (run.shipped) entries.push(["ship", "1"]);
  if (run.hidden) entries.push(["present", writeHidden(run.hidden)]);
  if (run.caption?.title) entries.push(["title", writeText(run.caption.title)]);
  if (run.caption?.sentence) entries.push(["text", writeText(run.caption.sentence)]);
  return `#${entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

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

const decimal = (what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}(\.\d{1,10})?(e-?\d{1,2})?$/, say`its ${what} is not a number`),
    v.transform(Number),
  );

const number = (field: NumericField) => {
  const { label, min, max, integer } = FIELDS[field];
  const range = say`its ${inSentence(fromModel(label))} is not ${integer ? say`a whole number ` : ""}between ${min} and ${max}`;
  return v.optional(
    v.pipe(
      decimal(label.toLowerCase()),
      v.check((value) => value >= min && value <= max && (!integer || Number.isInteger(value)), range),
    ),
    String(FIELDS[field].default),
  );
};

/** The recipe's numbers, by their parameters. */
const Numbers = v.object(Object.fromEntries(FIELD_NAMES.map((field) => [FIELDS[field].link, number(field)])));

const whole = (what: string) =>
  v.pipe(v.string(), v.regex(/^\d{1,5}$/, say`its ${what} is not a whole number`), v.transform(Number));

const words = (what: string, limit: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]{1,1400}$/, say`its ${what} cannot be read`),
    v.transform((written) => readText(written, limit)),
    v.check((text) => text !== null, say`its ${what} is not a text of at most ${limit} characters`),
  );

const text = (what: string, pattern: RegExp) => v.pipe(v.string(), v.regex(pattern, say`its ${what} cannot be read`));

/** What makes the run: without it there is another run or none. */
const Cause = v.object({
  g: v.optional(text("task", /^[a-z0-9-]{1,24}$/), DEFAULT_TASK),
  p: v.optional(v.string(), ""),
  m: v.optional(text("model's name", /^[a-z0-9][a-z0-9._-]{0,39}$/i)),
  z: v.optional(text(say`chosen start`, /^[\d.,:e-]{5,400}$/)),
});

/** How the run is shown and what came of it elsewhere. */
const PICTURE = {
  k: v.optional(whole("iteration"), "0"),
  i: v.optional(whole("trajectory")),
  by: v.optional(v.picklist(SELECTS, "its selection rule is unknown"), "residual"),
  view: v.optional(text("view", /^[a-z-]{1,24}$/), "map"),
  x: v.optional(v.picklist(["12", "13", "23"], "its axes are unknown"), "12"),
  set: v.optional(text("view's settings", /^[\w.:-]{1,400}$/)),
  o: v.optional(text("outcome", /^[\w-]{1,12000}$/)),
  w: v.optional(text(say`sender's own digits`, /^[\w-]{1,1200}$/)),
  to: v.optional(whole(say`number of iterations`)),
  fit: v.optional(v.pipe(text(say`fit of the axes`, FIT_PATTERN), v.transform(readFit))),
  zoom: v.optional(
    v.pipe(
      text("zoom", ZOOM_PATTERN),
      v.transform(readZoom),
      v.check((zoom) => zoom !== null, say`its zoom shows nothing`),
    ),
  ),
  let: v.optional(
    v.pipe(
      text("letters", LETTERS_PATTERN),
      v.transform(readLetters),
      v.check((letters) => letters !== null, say`its letters name one grid twice`),
    ),
  ),
  ship: v.optional(v.literal("1", "its mark of a shipped result is unknown")),
  present: v.optional(v.pipe(text("presentation", /^[a-z.]{1,80}$/), v.transform(readHidden))),
  title: v.optional(words("title", CAPTION_LIMITS.title)),
  text: v.optional(words("sentence", CAPTION_LIMITS.sentence)),
};
const Picture = v.object(PICTURE);
type Picture = v.InferOutput<typeof Picture>;

/** The picture's parameters; one that cannot be read is noted and left at its default. */
function readPicture(entries: Readonly<Record<string, string>>, notes: string[]): Picture {
  const readable = Object.entries(PICTURE).filter(([name, schema]) => {
    const read = v.safeParse(schema, entries[name]);
    if (!read.success) notes.push(read.issues[0].message);
    return read.success;
  });
  return v.parse(Picture, Object.fromEntries(readable.map(([name]) => [name, entries[name]])));
}

/** "weight:trajectory:iterations", joined by commas. */
function writeTerms(terms: readonly Term[]): string {
  return terms.map(({ weight, trajectory, iterations }) => `${weight}:${trajectory}:${iterations}`).join(",");
}

function readTerms(written: string): Term[] {
  return written
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const [weight = Number.NaN, trajectory = Number.NaN, iterations = Number.NaN] = part.split(":").map(Number);
      return { weight, trajectory, iterations };
    });
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
