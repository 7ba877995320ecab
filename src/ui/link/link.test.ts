import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRecipe, FIELDS, type NumericField, type Recipe, recipeProblems } from "../../model/eqr/recipe/recipe";
import { SELECTS } from "../../model/eqr/recipe/selection";
import { addTask } from "../../model/tasks";
import type { Task } from "../../model/tasks/task";
import { QUANTITIES } from "../../viz/latent/quantity";
import { tidyMapWindow } from "../../viz/map/window";
import { PRESENT_PARTS } from "../present/parts";
import { AXES, tidyField } from "../store/settings";
import { createSetups } from "../store/setups";
import { viewNamed } from "../views";
import { BASIN_SIZES, basinsSetup, PLANE_CHOICES, tidyWindow } from "../views/basins/setup";
import { ensembleSetup, SAMPLE_START_CHOICES, SCOPES, START_CHOICES } from "../views/depthBreadth/setup";
import { evaluateSetup, PLAN_NAMES } from "../views/evaluate/setup";
import { KICK_SIZES, kickSetup, PERTURBATION_KINDS } from "../views/kick/setup";
import { CLUE_SHIFTS, LANDSCAPE_STARTS, landscapeSetup } from "../views/landscape/setup";
import { KNOBS, parametersSetup } from "../views/parameters/setup";
import { stateSetup } from "../views/state/setup";
import type { Setup } from "../views/view";
import { CAPTION_LIMITS, tidyText, writeText } from "./caption";
import { MOST_LETTERS } from "./letters";
import { MAX_LINK_LENGTH, readLink as readAnyLink } from "./read";
import { createSetupLinks } from "./setups";
import type { SharedRun } from "./sharedRun";
import { writeLink } from "./write";

const { reads } = createSetupLinks((view) => viewNamed(view).setup, createSetups());
const readLink = (hash: string) => readAnyLink(hash, reads);

const puzzle = fc
  .array(fc.constantFrom(..."123456789....."), { minLength: 81, maxLength: 81 })
  .map((cells) => cells.join(""));
const field = (name: NumericField) =>
  fc.double({ min: FIELDS[name].min, max: FIELDS[name].max, noNaN: true }).map((value) => tidyField(name, value));

const recipe = fc
  .record({
    puzzle,
    model: fc.constantFrom("settle-31k", "a", "eqr_2.1"),
    seed: field("seed"),
    depth: field("depth"),
    breadth: field("breadth"),
    lambda: field("lambda"),
    sigma: field("sigma"),
    noisyFor: field("noisyFor"),
    period: field("period"),
    nudges: field("nudges"),
    tolerance: field("tolerance"),
    haltBy: field("haltBy"),
    haltRun: field("haltRun"),
    stopCount: field("stopCount"),
    budget: field("budget"),
  })
  .map((recipe) => ({
    ...recipe,
    // A budget that does not pay for one iteration of every start is refused.
    budget: recipe.budget === 0 ? 0 : Math.max(recipe.budget, recipe.breadth),
  }));

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cells = fc.uniqueArray(fc.integer({ min: 0, max: 80 })).map((list) => list.sort((a, b) => a - b));
/** A view and the state of its set-up, to be written and read again. */
interface Arranged {
  readonly view: string;
  readonly setup: string | null;
}
const GRID = { rows: 9, columns: 9, values: 9 };
const arranged = <S>(
  view: string,
  setup: Setup<S>,
  states: fc.Arbitrary<S>,
  received: (state: S) => S = (state) => state,
): fc.Arbitrary<Arranged> =>
  states.map((state) => {
    const text = setup.write(state);
    expect(setup.read(text, GRID)).toEqual(received(state));
    return { view, setup: text };
  });
const setup: fc.Arbitrary<Arranged> = fc.oneof(
  fc.constantFrom("map", "stability", "paths").map((view) => ({ view, setup: null })),
  arranged(
    "basins",
    basinsSetup,
    fc.record({
      choice: fc.constantFrom(...PLANE_CHOICES),
      size: fc.constantFrom(...BASIN_SIZES),
      window: fc.option(
        fc.record({ x: finite(-1000, 1000), y: finite(-1000, 1000), half: finite(1e-7, 1000) }).map(tidyWindow),
      ),
    }),
  ),
  arranged(
    "landscape",
    landscapeSetup,
    fc.record({
      starts: fc.constantFrom(...LANDSCAPE_STARTS),
      clueShift: fc.integer(CLUE_SHIFTS),
      ladder: fc.boolean(),
      chosen: fc.constant(null),
    }),
  ),
  arranged(
    "kick",
    kickSetup,
    fc
      .record({
        how: fc.constantFrom(...PERTURBATION_KINDS),
        size: finite(KICK_SIZES.min, KICK_SIZES.max).map((size) => Number(size.toPrecision(2))),
        hit: fc.option(cells),
        towards: fc.option(fc.integer({ min: 0, max: 1023 })),
        draw: fc.nat(99_999),
      })
      .map(({ hit, ...kick }) => ({ ...kick, onlyCells: hit !== null, cells: hit ?? [] })),
    ({ draw, ...state }) => ({ ...state, draw: Math.max(0, draw - 1) }),
  ),
  ...["depth-breadth", "difficulty"].map((view) =>
    arranged(
      view,
      ensembleSetup,
      fc.record({
        scope: fc.constantFrom(...SCOPES),
        starts: fc.constantFrom(...START_CHOICES),
        sampleStarts: fc.constantFrom(...SAMPLE_START_CHOICES),
      }),
    ),
  ),
  arranged("state", stateSetup, fc.constantFrom(...QUANTITIES)),
  arranged("turn", parametersSetup, fc.constantFrom(...KNOBS)),
  arranged("evaluate", evaluateSetup, fc.constantFrom(...PLAN_NAMES)),
);

const run: fc.Arbitrary<SharedRun> = fc
  .tuple(recipe, setup)
  .chain(([made, { view, setup: text }]) =>
    fc.record({
      recipe: fc.constant(made),
      cursor: fc.integer({ min: 0, max: made.depth }),
      selected: fc.option(fc.integer({ min: 0, max: made.breadth - 1 })),
      rule: fc.constantFrom(...SELECTS),
      view: fc.constant(view),
      axes: fc.constantFrom(...AXES),
      setup: fc.constant(text),
      outcome: fc.option(fc.stringMatching(/^[\w-]{1,200}$/)),
      ...(made.seed % 2 === 0 && { own: fc.stringMatching(/^[\da-z-]{1,200}$/) }),
    }),
  )
  .chain((shared) => sight(shared).map((seen): SharedRun => ({ ...shared, ...seen })));

/** What a sender may have seen of a run, beside what is always in a link. */
function sight({ cursor, recipe: { depth } }: SharedRun): fc.Arbitrary<Partial<SharedRun>> {
  const line = (limit: number) =>
    fc.string({ unit: "grapheme", maxLength: limit / 4 }).map((text) => tidyText(text, limit));
  const number = finite(-1e4, 1e4);
  return fc.integer({ min: cursor, max: depth }).chain((reached) =>
    fc.record(
      {
        reached: fc.constant(reached),
        ...(reached > 0 && {
          window: fc.record({
            k: fc.integer({ min: 1, max: reached }),
            flipped: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
          }),
        }),
        zoom: fc.record({ x: number, y: number, half: finite(1e-3, 1e4) }).map((zoom) => {
          const tidy = tidyMapWindow(zoom);
          if (!tidy) throw new Error("A window of numbers is one.");
          return tidy;
        }),
        letters: fc.uniqueArray(fc.record({ hash: fc.integer({ min: 0, max: 0xffffffff }), valid: fc.boolean() }), {
          minLength: 1,
          maxLength: MOST_LETTERS,
          selector: ({ hash }) => hash,
        }),
        shipped: fc.constant(true),
        hidden: fc.subarray([...PRESENT_PARTS]),
        caption: fc
          .record({ title: line(CAPTION_LIMITS.title), sentence: line(CAPTION_LIMITS.sentence) })
          .filter(({ title, sentence }) => title + sentence !== ""),
      },
      // The window lies within what was reached.
      { requiredKeys: ["reached"] },
    ),
  );
}

const good =
  "#v=1&p=8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..&m=a&s=1&d=128&b=12&k=44";

describe("a link", () => {
  it("brings back exactly the run that was written", () => {
    fc.assert(
      fc.property(run, (shared) => {
        expect(readLink(writeLink(shared))).toEqual({ kind: "run", run: shared });
      }),
    );
  });

  it("brings back a chosen start", () => {
    const read = readLink(good);
    if (read.kind !== "run") throw new Error("the good link must open");
    const start = [
      { weight: -0.25, trajectory: 3, iterations: 0 },
      { weight: 1.5e-6, trajectory: 1_000_001, iterations: 88 },
    ];
    const shared: SharedRun = { ...read.run, recipe: { ...read.run.recipe, start } };
    expect(readLink(writeLink(shared))).toEqual({ kind: "run", run: shared });
    for (const z of ["1:2", "1:2:3:4x", "1:-2:3", "1:0:99999", "NaN:0:0", "5:0:0,1:0:0,1:0:0,1:0:0,1:0:0"])
      expect(readLink(`${good}&z=${z}`)).toMatchObject({ kind: "broken", message: expect.stringContaining("start") });
  });

  it("is short and readable", () => {
    const read = readLink(good);
    if (read.kind !== "run") throw new Error("the good link must open");
    const link = writeLink(read.run);
    expect(link).toContain("&s=1&");
    expect(link).toContain("&k=44&");
    expect(link.length).toBeLessThan(220);
  });

  it("may leave the model to the page", () => {
    expect(readLink(good.replace("&m=a", ""))).toMatchObject({ kind: "run", run: { recipe: { model: "" } } });
  });

  it("fills what it leaves out with the defaults", () => {
    expect(readLink(good)).toMatchObject({
      kind: "run",
      run: { recipe: { lambda: 0.7 }, rule: "residual", axes: [0, 1] },
    });
  });
});

describe("a link that was made before", () => {
  const puzzle = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
  const usual: Recipe = defaultRecipe(puzzle, "settle-31k");
  const head = `#v=1&p=${puzzle}&m=settle-31k&`;
  const plain = "s=1&d=128&b=12&l=0.7&n=0&c=0&h=0&t=0.0001&y=0&r=32&e=0&u=0&k=44&by=residual&";
  const shown = { cursor: 44, selected: null, rule: "residual", view: "map", axes: [0, 1], setup: null, outcome: null };
  const kick = { how: "noise", size: 0.5, onlyCells: true, cells: [3, 40], towards: null, draw: 1 };

  it.each<[string, string, SharedRun["recipe"], object, object | null]>([
    ["a plain run", `${plain}view=map&x=12&o=ASwAAB1mXaEAIwA`, usual, { outcome: "ASwAAB1mXaEAIwA" }, null],
    [
      "a nudged run",
      "s=4294967295&d=4096&b=1&l=0.75&n=0.1&c=40&h=6&t=0.0002&y=1&r=16&e=1&u=4000&k=1000&by=vote&view=map&x=23&i=1",
      {
        ...usual,
        ...{ seed: 4294967295, depth: 4096, breadth: 1, lambda: 0.75, sigma: 0.1, noisyFor: 40, nudges: 6 },
        ...{ tolerance: 0.0002, haltBy: 1, haltRun: 16, stopCount: 1, budget: 4000 },
      },
      { cursor: 1000, rule: "vote", axes: [1, 2], selected: 0 },
      null,
    ],
    [
      "an annealed run",
      "s=1&d=4096&b=16&l=0.65&n=0.12&c=192&a=256&h=0&e=1&k=200&by=residual&view=map&x=12",
      { ...usual, depth: 4096, breadth: 16, lambda: 0.65, sigma: 0.12, noisyFor: 192, period: 256, stopCount: 1 },
      { cursor: 200 },
      null,
    ],
    ["a kick", `${plain}view=kick&x=12&set=noise%3A0.5%3A3.40%3A-%3A1`, usual, { view: "kick" }, kick],
    [
      "a kick towards another trajectory",
      `${plain}view=kick&x=12&set=towards%3A4.2%3Aall%3A3%3A0`,
      usual,
      { view: "kick" },
      { how: "towards", size: 4.2, onlyCells: false, cells: [], towards: 2, draw: 0 },
    ],
    [
      "a basin map",
      `${plain}view=basins&x=23&set=settled%3A64%3A0.25%3A-1.5%3A0.125`,
      usual,
      { view: "basins", axes: [1, 2] },
      { choice: "settled", size: 64, window: { x: 0.25, y: -1.5, half: 0.125 } },
    ],
    [
      "a landscape",
      `${plain}view=landscape&x=12&set=128%3A-4%3A1`,
      usual,
      { view: "landscape" },
      { starts: 128, clueShift: -4, ladder: true, chosen: null },
    ],
    [
      "a chosen start",
      `${plain.replace("residual", "q")}view=map&x=12&z=-0.25%3A3%3A0%2C0.0000015%3A1000001%3A88&i=5`,
      {
        ...usual,
        start: [
          { weight: -0.25, trajectory: 3, iterations: 0 },
          { weight: 1.5e-6, trajectory: 1_000_001, iterations: 88 },
        ],
      },
      { rule: "q", selected: 4 },
      null,
    ],
    ["the first links, without what came later", "s=1&d=128&b=12&k=44", usual, {}, null],
    [
      "the picture of the sender",
      `${plain}view=map&x=12&to=57&fit=57-13&zoom=-12.5%3A3.25%3A0.0004&let=v1z141z3-n2s&ship=1&title=VHdvIHNvbHV0aW9ucw&text=V2F0Y2ggc3RhcnQgNC4`,
      usual,
      {
        reached: 57,
        window: { k: 57, flipped: [true, false, true] },
        zoom: { x: -12.5, y: 3.25, half: 0.0004 },
        letters: [
          { hash: 0xffffffff, valid: true },
          { hash: 100, valid: false },
        ],
        shipped: true,
        caption: { title: "Two solutions", sentence: "Watch start 4." },
      },
      null,
    ],
    [
      "a presentation without curves and controls",
      `${plain}view=map&x=12&present=residuals.controls`,
      usual,
      { hidden: ["residuals", "controls"] },
      null,
    ],
    ["a presentation of all", `${plain}view=map&x=12&present=none`, usual, { hidden: [] }, null],
    ["a view without its set-up", `${plain}view=turn&x=12`, usual, { view: "turn" }, null],
  ])("opens the same run: %s", (_, rest, recipe, where, setup) => {
    const link = readLink(head + rest);
    if (link.kind !== "run") throw new Error(link.kind === "broken" ? link.message : "no link");
    const { setup: text, ...run } = link.run;
    expect({ ...run, setup: null }).toEqual({ ...shown, recipe, ...where });
    expect(text === null ? null : (viewNamed(run.view).setup?.read(text, GRID) ?? null)).toEqual(setup);
  });
});

describe("a link of another task", () => {
  const tiny: Task = {
    name: "tiny",
    title: "Tiny",
    inputs: 2,
    grid: { rows: 1, columns: 2, values: 1 },
    read(text) {
      if (!/^[.1]{2}$/.test(text)) throw new Error("The puzzle must be 2 characters, 1 or a dot.");
      return { task: "tiny", text, grid: this.grid, input: Uint8Array.from(text, (sign) => (sign === "1" ? 1 : 0)) };
    },
    solves: () => true,
  };

  it("names it, and is read by its rules", () => {
    const remove = addTask(tiny);
    try {
      const link = readLink(`${good.replace(/p=[^&]*/, "p=1.")}&g=tiny`);
      if (link.kind !== "run") throw new Error("the link must open");
      expect(link.run.recipe).toMatchObject({ task: "tiny", puzzle: "1." });
      expect(writeLink(link.run)).toContain("&g=tiny&p=1.&");
      expect(readLink(writeLink(link.run))).toEqual(link);
      expect(readLink(`${good}&g=tiny`)).toMatchObject({ kind: "broken", message: expect.stringContaining("2 char") });
      const kicked = (cells: string) => readLink(`#v=1&g=tiny&p=1.&view=kick&set=noise:0.5:${cells}:-:0`);
      expect(kicked("0.1")).not.toHaveProperty("notes");
      expect(kicked("2")).toMatchObject({ kind: "run", notes: ["Its view's settings cannot be read."] });
    } finally {
      remove();
    }
  });

  it("is broken where the task is unknown, and says which there are", () => {
    expect(readLink(`${good}&g=chess`)).toMatchObject({
      kind: "broken",
      message: expect.stringMatching(/no task "chess" here; known: .*sudoku/),
    });
  });

  it("leaves the task out where it is the default", () => {
    const link = readLink(`${good}&g=sudoku`);
    if (link.kind !== "run") throw new Error("the link must open");
    expect(link.run.recipe).not.toHaveProperty("task");
    expect(writeLink(link.run)).not.toContain("g=");
  });
});

describe("a link with something that cannot be read beside the run", () => {
  const whole = readLink(good);

  it.each<[string, RegExp, object]>([
    [good.replace("k=44", "k=129"), /iteration 129 of 128/, { cursor: 0 }],
    [`${good}&i=13`, /trajectory 13 of 12/, {}],
    [`${good}&i=0`, /trajectory 0/, {}],
    [`${good}&by=__proto__`, /rule/, {}],
    [`${good}&o=<script>`, /outcome/, {}],
    [`${good}&view=basins&set=starts:33`, /view's settings/, {}],
    [`${good}&view=basins&set=starts:32:1:2:-1`, /view's settings/, {}],
    [`${good}&view=kick&set=noise:0.5:81:-:0`, /view's settings/, {}],
    [`${good}&view=kick&set=noise:0.5:all:0:0`, /view's settings/, {}],
    [`${good}&view=landscape&set=32:-99:0`, /view's settings/, {}],
    [`${good}&view=map&set=1`, /view's settings/, {}],
    [`${good}&x=31`, /axes/, {}],
    [`${good}&view=<b>`, /view/, {}],
    [`${good}&to=43`, /computed to iteration 43 of 128/, {}],
    [`${good}&to=129`, /computed to iteration 129 of 128/, {}],
    [`${good}&to=-1`, /number of iterations/, {}],
    [`${good}&fit=45`, /axes were fitted at iteration 45 of 44/, {}],
    [`${good}&to=60&fit=61`, /axes were fitted at iteration 61 of 60/, { reached: 60 }],
    [`${good}&fit=0`, /iteration 0/, {}],
    [`${good}&fit=8-4`, /fit of the axes/, {}],
    [`${good}&fit=8-31`, /fit of the axes/, {}],
    [`${good}&zoom=1:2`, /zoom/, {}],
    [`${good}&zoom=1:2:0`, /zoom shows nothing/, {}],
    [`${good}&zoom=1:2:-3`, /zoom shows nothing/, {}],
    [`${good}&zoom=1e99:2:3`, /zoom shows nothing/, {}],
    [`${good}&let=A-B`, /letters cannot be read/, {}],
    [`${good}&let=v1a-n1a`, /letters name one grid twice/, {}],
    [`${good}&ship=2`, /shipped result/, {}],
    [`${good}&title=<b>`, /title cannot be read/, {}],
    [`${good}&title=gA`, /title is not a text/, {}],
    [`${good}&title=${writeText("a".repeat(81))}`, /title is not a text of at most 80 characters/, {}],
    [`${good}&text=${writeText("a".repeat(241))}`, /sentence is not a text of at most 240/, {}],
    [`${good}&i=two&o=<script>`, /trajectory/, {}],
  ])("opens the run and says what was left out: %s", (hash, note, picture) => {
    const read = readLink(hash);
    if (read.kind !== "run" || whole.kind !== "run") throw new Error("the link must open");
    expect(read.notes?.[0]).toMatch(note);
    const { view } = read.run;
    expect(read.run).toEqual({ ...whole.run, view, ...picture });
  });
});

describe("a link that something happened to on its way", () => {
  const share =
    "v=1&p=8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..&m=a&s=1&d=128&b=12&k=44&by=residual&view=kick&x=12&set=noise%3A0.5%3A3.40%3A-%3A1&z=-0.25%3A3%3A0&i=2&o=ASwAAB1mXaEAIwA&to=57&fit=57-2&zoom=-1.5%3A2%3A0.25&title=VHdvIHNvbHV0aW9ucw&text=V2F0Y2ggc3RhcnQgNC4";
  const whole = readLink(`#${share}`);

  it.each<[string, string]>([
    ...[...",*.)>]\"';:!?”’»}…", "%2C", "%20", "\n", ".)", '">', "**", "%E2%80%8B", "\u200b", "%3E", "&gt;"].map(
      (tail): [string, string] => [`${JSON.stringify(tail)} behind it`, share + tail],
    ),
    ["only & percent-encoded", share.replaceAll("&", "%26")],
    ["; for &", share.replaceAll("&", ";")],
    ["! before it", `!${share}`],
    ["/ before it", `/${share}`],
    ["&amp; for &", share.replaceAll("&", "&amp;")],
    ["&amp;amp; for &", share.replaceAll("&", "&amp;amp;")],
    ["&#38; for &", share.replaceAll("&", "&#38;")],
    ["all percent-encoded", encodeURIComponent(share)],
    ["all percent-encoded twice", encodeURIComponent(encodeURIComponent(share))],
    ["percent-encoded after & became &amp;", encodeURIComponent(share.replaceAll("&", "&amp;"))],
    ["percent-encoded with a comma behind it", `${encodeURIComponent(share)},`],
    ["its names in capitals", share.replace(/(^|&)\w+/g, (name) => name.toUpperCase())],
    ["a break inside", `${share.slice(0, 40)}\r\n ${share.slice(40)}`],
    ["a soft hyphen inside", `${share.slice(0, 20)}\u00ad${share.slice(20)}`],
    ["three dots made one character", share.replaceAll("...", "…")],
    ["0 for blanks", share.replace(/p=[^&]*/, (p) => p.replaceAll(".", "0"))],
    ["two number signs", `#${share}`],
    ["a query behind it", `${share}?utm_source=mail`],
    ["backslashes of a shell", share.replaceAll("&", "\\&")],
  ])("opens as it was with %s", (_, hash) => {
    expect(whole).not.toHaveProperty("notes");
    expect(readLink(`#${hash}`)).toEqual(whole);
  });

  it("keeps the dots of a puzzle at its end, and takes a full stop off", () => {
    const bare = "#v=1&p=8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
    const read = readLink(bare);
    expect(read.kind).toBe("run");
    for (const tail of [".", "...", ",", ").", "%2e"]) expect(readLink(bare + tail)).toEqual(read);
  });

  it("is not guessed where what was meant is not plain", () => {
    for (const hash of [
      share.replace("p=8", "p=x"),
      share.replace("&s=1&", "&s=1x2&"),
      share.replace("d=128", "d=1,28"),
    ])
      expect(readLink(`#${hash}`).kind).toBe("broken");
  });

  it("leaves a hash alone that is no link", () => {
    for (const hash of ["", "#puzzle", "#%70uzzle", "#a=b&amp;c", "#view=map", "#%"])
      expect(readLink(hash)).toEqual({ kind: "none" });
  });
});

describe("a hash that is no link of ours", () => {
  it("is none when it is empty or an anchor", () => {
    for (const hash of ["", "#", "#board"]) expect(readLink(hash)).toEqual({ kind: "none" });
  });

  it.each([
    [good.replace("v=1", "v=2"), /another version/],
    [good.replace("v=1&", ""), /version/],
    [good.replace("p=8", "p=x"), /puzzle/],
    [good.replace(/p=[^&]*&/, ""), /puzzle/],
    [good.replace("b=12", "b=100000"), /breadth is not a whole number between 1 and 1024/],
    [good.replace("d=128", "d=1e99"), /depth/],
    [`${good}&u=1`, /budget of 1 does not pay/],
    [good.replace("s=1", "s=NaN"), /seed/],
    [good.replace("m=a", "m=../../evil"), /model/],
    [good + "&z=".padEnd(MAX_LINK_LENGTH, "1"), /longer/],
  ])("says what is wrong with %s", (hash, message) => {
    const read = readLink(hash);
    expect(read.kind).toBe("broken");
    if (read.kind === "broken") expect(read.message).toMatch(message);
  });

  it("never throws, and never lets a bad recipe through", () => {
    const parameter = fc.tuple(
      fc.constantFrom(
        "v",
        "g",
        "p",
        "m",
        "s",
        "d",
        "b",
        "l",
        "n",
        "c",
        "t",
        "k",
        "i",
        "by",
        "view",
        "x",
        "o",
        "set",
        "w",
        "to",
        "fit",
        "zoom",
        "let",
        "ship",
        "title",
        "text",
        "__proto__",
      ),
      fc.oneof(fc.string(), fc.constantFrom("1", "-1", "1e400", "0x10", "Infinity", "%", "%zz", "12"), puzzle),
    );
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parameter).map((list) => `#v=1&${list.map(([name, value]) => `${name}=${value}`).join("&")}`),
      fc.array(parameter).map((list) => `${good}&${list.map(([name, value]) => `${name}=${value}`).join("&")}`),
    );
    fc.assert(
      fc.property(hostile, (hash) => {
        const read = readLink(hash);
        if (read.kind === "run") {
          expect(recipeProblems(read.run.recipe)).toEqual([]);
          expect(read.run.cursor).toBeLessThanOrEqual(read.run.recipe.depth);
        }
      }),
      { numRuns: 500 },
    );
  });
});
