import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, type NumericField, recipeProblems } from "../../model/eqr/recipe";
import { SELECTS } from "../../model/eqr/selection";
import { AXES, tidyField } from "../store/settings";
import { BASIN_SIZES, PLANE_CHOICES } from "../views/basins/store";
import { BLOW_KINDS, KICK_SIZES } from "../views/kick/store";
import { CLUE_SHIFTS, LANDSCAPE_STARTS } from "../views/landscape/store";
import { MAX_LINK_LENGTH, readLink, type SharedRun, writeLink } from "./codec";
import { tidyWindow, type ViewSetup } from "./setup";

const puzzle = fc
  .array(fc.constantFrom(..."123456789....."), { minLength: 81, maxLength: 81 })
  .map((cells) => cells.join(""));
const field = (name: NumericField) =>
  fc.double({ min: FIELDS[name].min, max: FIELDS[name].max, noNaN: true }).map((value) => tidyField(name, value));

const recipe = fc.record({
  puzzle,
  model: fc.constantFrom("settle-31k", "a", "eqr_2.1"),
  seed: field("seed"),
  depth: field("depth"),
  breadth: field("breadth"),
  lambda: field("lambda"),
  sigma: field("sigma"),
  coolAt: field("coolAt"),
  nudges: field("nudges"),
  tolerance: field("tolerance"),
  haltBy: field("haltBy"),
  haltRun: field("haltRun"),
  stopCount: field("stopCount"),
  budget: field("budget"),
});

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cells = fc.uniqueArray(fc.integer({ min: 0, max: 80 })).map((list) => list.sort((a, b) => a - b));
const setup: fc.Arbitrary<ViewSetup | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    view: fc.constant("basins" as const),
    choice: fc.constantFrom(...PLANE_CHOICES),
    size: fc.constantFrom(...BASIN_SIZES),
    window: fc.option(
      fc.record({ x: finite(-1000, 1000), y: finite(-1000, 1000), half: finite(1e-7, 1000) }).map(tidyWindow),
    ),
  }),
  fc.record({
    view: fc.constant("landscape" as const),
    starts: fc.constantFrom(...LANDSCAPE_STARTS),
    clueShift: fc.integer(CLUE_SHIFTS),
    ladder: fc.boolean(),
  }),
  fc
    .record({
      view: fc.constant("kick" as const),
      how: fc.constantFrom(...BLOW_KINDS),
      size: finite(KICK_SIZES.min, KICK_SIZES.max).map((size) => Number(size.toPrecision(2))),
      hit: fc.option(cells),
      towards: fc.option(fc.integer({ min: 0, max: 1023 })),
      draw: fc.nat(99_999),
    })
    .map(({ hit, ...kick }) => ({ ...kick, onlyCells: hit !== null, cells: hit ?? [] })),
);

const run: fc.Arbitrary<SharedRun> = fc.tuple(recipe, setup).chain(([made, arranged]) =>
  fc.record({
    recipe: fc.constant(made),
    cursor: fc.integer({ min: 0, max: made.depth }),
    selected: fc.option(fc.integer({ min: 0, max: made.breadth - 1 })),
    rule: fc.constantFrom(...SELECTS),
    view: fc.constant(arranged?.view ?? "map"),
    axes: fc.constantFrom(...AXES),
    setup: fc.constant(arranged),
    outcome: fc.option(fc.stringMatching(/^[\w.~-]{1,200}$/)),
  }),
);

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
    [good.replace("s=1", "s=NaN"), /seed/],
    [good.replace("k=44", "k=129"), /iteration 129 of 128/],
    [`${good}&i=13`, /trajectory 13 of 12/],
    [`${good}&i=0`, /trajectory 0/],
    [`${good}&by=__proto__`, /rule/],
    [good.replace("m=a", "m=../../evil"), /model/],
    [`${good}&o=<script>`, /outcome/],
    [`${good}&view=basins&set=starts:33`, /view's settings/],
    [`${good}&view=basins&set=starts:32:1:2:-1`, /view's settings/],
    [`${good}&view=kick&set=noise:0.5:81:-:0`, /view's settings/],
    [`${good}&view=kick&set=noise:0.5:all:0:0`, /view's settings/],
    [`${good}&view=landscape&set=32:-99:0`, /view's settings/],
    [`${good}&view=map&set=1`, /view's settings/],
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
