import * as fc from "fast-check";
import { FIELD_NAMES, FIELDS, recipeProblems } from "../../src/model/eqr/recipe/recipe";
import { EMBED_CONTROLS, EMBED_PANELS, readEmbed } from "../../src/ui/embed/options";
import { tidyCaption } from "../../src/ui/link/caption";
import { mendLink } from "../../src/ui/link/mend";
import { readLink } from "../../src/ui/link/read";
import { createSetupLinks } from "../../src/ui/link/setups";
import { writeLink } from "../../src/ui/link/write";
import { createSetups } from "../../src/ui/store/setups";
import { basinsSetup } from "../../src/ui/views/basins/setup";
import { ensembleSetup } from "../../src/ui/views/depthBreadth/setup";
import { evaluateSetup } from "../../src/ui/views/evaluate/setup";
import { kickSetup } from "../../src/ui/views/kick/setup";
import { landscapeSetup } from "../../src/ui/views/landscape/setup";
import { parametersSetup } from "../../src/ui/views/parameters/setup";
import { stateSetup } from "../../src/ui/views/state/setup";
import type { Setup } from "../../src/ui/views/view";
import { createTally, type Fuzz, mustBeSentence } from "./fuzz";

/** Hostile hashes and queries of an embed's address. */
export const links: Fuzz = {
  name: "links",
  about: "A link from anyone opens a sound run that can be shared again, or a sentence says why not; never an error.",
  count: 100_000,
  async run(count, seed) {
    const tally = createTally();
    fc.assert(
      fc.property(addresses, ({ kind, text }) => {
        tally.add(kind === "link" ? tryLink(text) : tryEmbed(text));
      }),
      { numRuns: count, seed },
    );
    return tally.counts;
  },
};

/** An address's hash (of a link) or its query (of an embed). */
export interface HostileAddress {
  readonly kind: "link" | "embed";
  readonly text: string;
}

const PUZZLE = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
const GOOD = `v=1&p=${PUZZLE}&m=relational&s=1&d=128&b=4&k=8&by=residual&view=kick&x=12&set=noise%3A0.5%3A3.40%3A-%3A1&i=2&o=ASwAAB1mXaEAIwA&to=60&fit=40-2&zoom=1.5%3A-2%3A0.25&title=VHdvIHNvbHV0aW9ucw&text=V2F0Y2ggc3RhcnQgNC4`;

const MARKUP = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "<svg onload=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "%3Cscript%3E",
  "\u202e\u2066",
  "__proto__",
  "constructor",
];
const NAMES = [
  "v",
  "g",
  "p",
  "m",
  "k",
  "i",
  "by",
  "view",
  "x",
  "set",
  "z",
  "o",
  "w",
  "to",
  "fit",
  "zoom",
  "title",
  "text",
  "__proto__",
  "toString",
];
const names = fc.constantFrom(...NAMES, ...FIELD_NAMES.map((field) => FIELDS[field].link));
const values = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...MARKUP,
    "",
    "1",
    "-1",
    "1e400",
    "0x10",
    "Infinity",
    "NaN",
    "%",
    "%zz",
    "12",
    "9".repeat(400),
    PUZZLE,
  ),
  fc.stringMatching(/^[\d.:,e-]{1,60}$/),
  fc.constantFrom("map", "kick", "basins", "landscape", "state", "evaluate", "turn", "depth-breadth"),
);
const parameters = fc
  .array(fc.tuple(names, values), { maxLength: 6 })
  .map((list) => list.map(([name, value]) => `${name}=${value}`).join("&"));
const pasted = fc
  .tuple(fc.nat(GOOD.length), fc.nat(20), values)
  .map(([at, length, value]) => GOOD.slice(0, at) + value + GOOD.slice(at + length));
const disguises = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  encodeIfPossible,
  (text) => encodeIfPossible(encodeIfPossible(text)),
  (text) => text.replaceAll("&", "&amp;"),
  (text) => text.toUpperCase(),
  (text) => `${text},`,
);

const hashes = fc
  .tuple(
    fc.oneof(
      pasted,
      parameters.map((list) => `${GOOD}&${list}`),
      parameters,
      fc.string({ unit: "binary" }),
    ),
    disguises,
  )
  .map(([text, disguise]): HostileAddress => ({ kind: "link", text: `#${disguise(text)}` }));
const queries = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        fc.constantFrom("panels", "controls", "theme", "play", "poster", "embed", "backend"),
        fc.oneof(
          values,
          fc.array(fc.constantFrom<string>(...EMBED_PANELS, ...EMBED_CONTROLS, "none", ...MARKUP)).map(String),
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([embeds, list]): HostileAddress => {
    const query = list.map(([name, value]) => `${name}=${encodeIfPossible(value)}`).join("&");
    return { kind: "embed", text: `?${embeds ? "embed=1&" : ""}${query}` };
  });

/** For the page as well, see page.ts. */
export const addresses: fc.Arbitrary<HostileAddress> = fc.oneof({ arbitrary: hashes, weight: 3 }, queries);

/** Not from the register of views: their panels bring style sheets, which Node does not read. */
const SETUPS: Readonly<Record<string, unknown>> = {
  basins: basinsSetup,
  "depth-breadth": ensembleSetup,
  difficulty: ensembleSetup,
  evaluate: evaluateSetup,
  kick: kickSetup,
  landscape: landscapeSetup,
  state: stateSetup,
  turn: parametersSetup,
};
const setupOf = (view: string) => (Object.hasOwn(SETUPS, view) ? (SETUPS[view] as Setup<unknown>) : undefined);
const { reads } = createSetupLinks(setupOf, createSetups());

function tryLink(hash: string): string {
  const read = readLink(hash, reads);
  if (mendLink(mendLink(hash)) !== mendLink(hash)) throw new Error("Mending twice is not mending once.");
  if (read.kind === "none") return "links: none";
  if (read.kind === "broken") {
    mustBeSentence(read.message);
    return "links: refused";
  }
  for (const note of read.notes ?? []) mustBeSentence(note);
  const { recipe, cursor, selected, reached = cursor, window, zoom, caption } = read.run;
  const problems = recipeProblems(recipe);
  if (problems.length > 0) throw new Error(`A link let a bad recipe through: ${problems.join(" ")}`);
  if (cursor > recipe.depth || (selected ?? 0) >= recipe.breadth) throw new Error("A link points outside its run.");
  if (reached < cursor || reached > recipe.depth || (window && (window.k < 1 || window.k > reached)))
    throw new Error("A link's picture lies outside its run.");
  if (zoom && !(zoom.half > 0 && Number.isFinite(zoom.x + zoom.y + zoom.half)))
    throw new Error("A link zooms on what is no part of a map.");
  if (caption && JSON.stringify(tidyCaption(caption)) !== JSON.stringify(caption))
    throw new Error(`A link's words are not tidy: ${JSON.stringify(caption)}`);
  const again = readLink(writeLink(read.run), reads);
  if (again.kind !== "run" || JSON.stringify(again.run) !== JSON.stringify(read.run))
    throw new Error(`A run that was opened is another when shared: ${writeLink(read.run)}`);
  return read.notes ? "links: opened with a note" : "links: opened";
}

function tryEmbed(search: string): string {
  const read = readEmbed(search);
  if (read === null) return "embeds: none";
  const { options, problems } = read;
  for (const problem of problems) mustBeSentence(problem);
  const known =
    options.panels.length > 0 &&
    options.panels.every((panel) => EMBED_PANELS.includes(panel)) &&
    options.controls.every((control) => EMBED_CONTROLS.includes(control)) &&
    ["auto", "light", "dark"].includes(options.theme);
  if (!known) throw new Error(`An embed's address let unknown options through: ${JSON.stringify(options)}`);
  return problems.length > 0 ? "embeds: with problems" : "embeds: as asked";
}

function encodeIfPossible(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no encoding.
    return text;
  }
}
