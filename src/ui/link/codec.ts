import * as v from "valibot";
import { FIELDS, type NumericField, type Recipe } from "../../model/eqr/recipe";
import { SELECTS, type Select } from "../../model/eqr/selection";
import { areTerms, type Term } from "../../model/eqr/terms";
import { isPuzzle } from "../../model/tasks/sudoku/grid";
import { AXES, type Axes } from "../store/settings";
import { readSetup, type ViewSetup, writeSetup } from "./setup";

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
  /** How the experiment of the view is set up; null for views without one. */
  readonly setup: ViewSetup | null;
  /** Fingerprint of the outcome at the cursor, see model/eqr/outcome.ts. */
  readonly outcome: string | null;
}

export type ReadLink =
  | { readonly kind: "none" }
  | { readonly kind: "run"; readonly run: SharedRun }
  | { readonly kind: "broken"; readonly message: string };

/** Breadth 256 with a fingerprint stays well below; a longer one was not made here. */
export const MAX_LINK_LENGTH = 16_384;
const VERSION = "1";

const PARAMETERS: Readonly<Record<NumericField, string>> = {
  seed: "s",
  depth: "d",
  breadth: "b",
  lambda: "l",
  sigma: "n",
  coolAt: "c",
  nudges: "h",
  tolerance: "t",
  haltBy: "y",
  haltRun: "r",
  stopCount: "e",
  budget: "u",
};

/** The hash of a link: "#v=1&p=..61....&s=1&k=44". */
export function writeLink(run: SharedRun): string {
  const { recipe } = run;
  const entries: [string, string][] = [
    ["v", VERSION],
    ["p", recipe.puzzle],
    ["m", recipe.model],
  ];
  for (const [field, name] of Object.entries(PARAMETERS) as [NumericField, string][])
    entries.push([name, String(recipe[field])]);
  entries.push(
    ["k", String(run.cursor)],
    ["by", run.rule],
    ["view", run.view],
    ["x", run.axes.map((a) => a + 1).join("")],
  );
  if (run.setup) entries.push(["set", writeSetup(run.setup)]);
  if (recipe.start?.length) entries.push(["z", writeTerms(recipe.start)]);
  if (run.selected !== null) entries.push(["i", String(run.selected + 1)]);
  if (run.outcome !== null) entries.push(["o", run.outcome]);
  return `#${entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** Reads a hash, from anyone. Never throws: what is wrong is told in words. An empty or foreign hash is no link. */
export function readLink(hash: string): ReadLink {
  if (hash.length > MAX_LINK_LENGTH) return broken("it is far longer than any link of this page");
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const version = given.get("v");
  if (version === null && given.get("p") === null) return { kind: "none" };
  if (version !== VERSION)
    return broken(
      version !== null && /^\d{1,4}$/.test(version)
        ? "it was made by another version of this page; reload the page to get the newest"
        : "it does not say which version it is",
    );
  const parsed = v.safeParse(Link, Object.fromEntries(given));
  if (!parsed.success) return broken(parsed.issues[0].message);
  return checkWhole(parsed.output);
}

const decimal = (what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}(\.\d{1,10})?(e-?\d{1,2})?$/, `its ${what} is not a number`),
    v.transform(Number),
  );

const number = (field: NumericField) => {
  const { label, min, max, integer } = FIELDS[field];
  const range = `its ${label.toLowerCase()} is not ${integer ? "a whole number " : ""}between ${min} and ${max}`;
  return v.optional(
    v.pipe(
      decimal(label.toLowerCase()),
      v.check((value) => value >= min && value <= max && (!integer || Number.isInteger(value)), range),
    ),
    String(FIELDS[field].default),
  );
};

const whole = (what: string) =>
  v.pipe(v.string(), v.regex(/^\d{1,5}$/, `its ${what} is not a whole number`), v.transform(Number));

const text = (what: string, pattern: RegExp) => v.pipe(v.string(), v.regex(pattern, `its ${what} cannot be read`));

const Link = v.object({
  p: v.pipe(v.optional(v.string(), ""), v.check(isPuzzle, "its puzzle is not 81 characters of 1 to 9 and dots")),
  m: v.optional(text("model's name", /^[a-z0-9][a-z0-9._-]{0,39}$/i)),
  s: number("seed"),
  d: number("depth"),
  b: number("breadth"),
  l: number("lambda"),
  n: number("sigma"),
  c: number("coolAt"),
  h: number("nudges"),
  t: number("tolerance"),
  y: number("haltBy"),
  r: number("haltRun"),
  e: number("stopCount"),
  u: number("budget"),
  k: v.optional(whole("iteration"), "0"),
  i: v.optional(whole("trajectory")),
  by: v.optional(v.picklist(SELECTS, "its selection rule is unknown"), "residual"),
  view: v.optional(text("view", /^[a-z-]{1,24}$/), "map"),
  x: v.optional(v.picklist(["12", "13", "23"], "its axes are unknown"), "12"),
  set: v.optional(text("view's settings", /^[\w.:-]{1,400}$/)),
  z: v.optional(text("chosen start", /^[\d.,:e-]{5,400}$/)),
  o: v.optional(text("outcome", /^[\w.~-]{1,12000}$/)),
});

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

function checkWhole(link: v.InferOutput<typeof Link>): ReadLink {
  if (link.k > link.d) return broken(`it points at iteration ${link.k} of ${link.d}`);
  if (link.i !== undefined && (link.i < 1 || link.i > link.b))
    return broken(`it points at trajectory ${link.i} of ${link.b}`);
  const start = readTerms(link.z ?? "");
  if (!areTerms(start)) return broken("its chosen start cannot be read");
  const setup = link.set === undefined ? null : readSetup(link.view, link.set);
  if (link.set !== undefined && !setup) return broken("its view's settings cannot be read");
  const recipe: Recipe = {
    puzzle: link.p,
    // Without a name the page's own model is meant.
    model: link.m ?? "",
    seed: link.s,
    depth: link.d,
    breadth: link.b,
    lambda: link.l,
    sigma: link.n,
    coolAt: link.c,
    nudges: link.h,
    tolerance: link.t,
    ...(start.length > 0 && { start }),
    haltBy: link.y,
    haltRun: link.r,
    stopCount: link.e,
    budget: link.u,
  };
  const axes = AXES.find(([a, b]) => `${a + 1}${b + 1}` === link.x) ?? [0, 1];
  const selected = link.i === undefined ? null : link.i - 1;
  const { k: cursor, by: rule, view, o: outcome = null } = link;
  return { kind: "run", run: { recipe, cursor, selected, rule, view, axes, setup, outcome } };
}

function broken(why: string): ReadLink {
  return { kind: "broken", message: `This link cannot be opened: ${why}. Here is your own board instead.` };
}
