/** The kernels against the plain map, tfjs's ops and PyTorch, in a real browser. Each check runs in page.ts. */
import { expect, type Page, test } from "@playwright/test";

/** One page for all: shaders are compiled once. */
let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  page = await browser.newPage({ baseURL });
  await page.goto("/e2e/parity/index.html");
  // The dev server may reload the page once, when it meets a dependency that it has not bundled yet.
  await page.waitForLoadState("networkidle");
  await expect(page.locator("#status")).toHaveText("Ready.", { timeout: 60_000 });
});

test.afterAll(() => page.close());

type Checks = NonNullable<Window["parity"]>;

/** Calls a check of page.ts. */
function check<Name extends keyof Checks>(name: Name, ...args: Parameters<Checks[Name]>): ReturnType<Checks[Name]> {
  const result = page.evaluate(
    ([name, args]) => {
      const run = window.parity?.[name] as ((...args: unknown[]) => unknown) | undefined;
      if (!run) throw new Error("The page has been reloaded.");
      return run(...args);
    },
    [name, args as unknown[]] as const,
  );
  return result as ReturnType<Checks[Name]>;
}

for (const [d, shape] of [
  [4, { family: "serial", candidates: 1, groups: 2 }],
  [32, { family: "serial", candidates: 3, groups: 1 }],
  [32, { family: "serial", candidates: 9, groups: 2 }],
  [64, { family: "serial", candidates: 1, groups: 1 }],
  [4, { family: "tiled", rows: 1 }],
  [8, { family: "tiled", rows: 4 }],
  [32, { family: "tiled", rows: 1 }],
  [32, { family: "tiled", rows: 4 }],
  [48, { family: "tiled", rows: 2 }],
  [64, { family: "tiled", rows: 1 }],
  [64, { family: "tiled", rows: 2 }],
] as const)
  test(`the two kernels of a block are as the formula says: ${d} features, ${Object.values(shape).join(" ")}`, async () => {
    const errors = await check("blockErrors", d, shape);
    expect(errors.mix).toBeLessThan(1e-5);
    expect(errors.candidate).toBeLessThan(1e-5);
  });

for (const breadth of [1, 3, 12])
  test(`an iteration is as the formula says, at breadth ${breadth}`, async () => {
    const errors = await check("iterationErrors", breadth);
    expect(errors.state).toBeLessThan(1e-4);
    expect(errors.residual).toBeLessThan(1e-5);
    expect(errors.q).toBeLessThan(1e-5);
  });

test("an iteration is that of the reference in tfjs ops", async () => {
  const errors = await check("referenceErrors");
  expect(errors.state).toBeLessThan(1e-4);
  expect(errors.residual).toBeLessThan(1e-5);
  expect(errors.digits).toBe(true);
});

test("states, settled iterations and settled grids are those of PyTorch", async () => {
  test.setTimeout(600_000);
  const reports = await check("pytorchReports");
  expect(Object.keys(reports).length).toBeGreaterThan(0);
  for (const [name, { problems }] of Object.entries(reports)) expect(problems, name).toEqual([]);
});

test("starts and path noise are the shared noise, bit for bit", async () => {
  expect(await check("noiseBitsOff")).toBe(0);
});

test("a row of a mixed batch has the noise of its own trajectory and iteration, bit for bit", async () => {
  expect(await check("mixedNoiseBitsOff")).toBe(0);
});

test("a trajectory is the same in a batch as alone, bit for bit", async () => {
  expect(await check("batchBitsOff", 12, 4)).toBe(0);
});

test("a batch may hold another puzzle in every row", async () => {
  expect(await check("conditionBitsOff")).toBe(0);
});

test("a summary is what it is defined to be", async () => {
  const errors = await check("summaryErrors");
  expect(errors.digitsOff).toBe(0);
  // One step of a byte: 0.5 may round either way.
  expect(errors.confidence).toBeLessThanOrEqual(1);
  expect(errors.belief).toBeLessThanOrEqual(1);
  expect(errors.q).toBeLessThan(1e-5);
  expect(errors.coords).toBeLessThan(1e-5);
  expect(errors.projected).toBe(0);
  expect(errors).toMatchObject({ residuals: true, bareCoords: true, agree: true });
});

for (const states of [1, 7, 64])
  test(`gather, Gram matrix and axes are right for ${states} states`, async () => {
    const errors = await check("pcaErrors", states);
    expect(errors.gathered).toBe(0);
    expect(errors.mean).toBeLessThan(1e-5);
    expect(errors.gram).toBeLessThan(1e-5);
    expect(errors.axes).toBeLessThan(1e-5);
  });

for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e30])
  test(`a row broken by ${value} says so and leaves the others alone`, async () => {
    expect(await check("brokenRow", value)).toEqual({ residual: [true, false, true], digits: true, othersOff: 0 });
  });

test("nudges set hypotheses, begin again from a new start and can be run again", async () => {
  expect(await check("nudgedRun")).toEqual({
    events: ["32 hypothesis", "48 hypothesis", "64 expired"],
    freshOff: 0,
    beliefsOff: 0,
    left: 0,
  });
});

test("a nudged run is the same on the device as by the state machines in TypeScript", async () => {
  const { spent, ...differences } = await check("searchDifference", { breadth: 2, depth: 100, nudges: 2, sigma: 0.05 });
  expect(differences).toEqual({ frames: 101, fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 });
  expect(spent).toEqual([200, 200, 200]);
});

test("trajectories that halt one after the other leave the others as they are, taken out of the batch or not", async () => {
  const { spent, frames, ...differences } = await check("staggeredDifference");
  expect(differences).toEqual({ fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 });
  expect(new Set(spent).size).toBe(1);
  expect(spent[0]).toBeLessThan((frames - 1) * 9);
});

test("an iteration is six dispatches at most, and 256 bytes a trajectory read back", async () => {
  for (const changes of [{}, { nudges: 2 }]) {
    const { dispatches, bytes, submits } = await check("counted", changes);
    expect(dispatches).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThanOrEqual(256);
    expect(submits).toBeLessThanOrEqual(1 / 8);
  }
});

test("a trajectory is the same in a batch of 1,024 as alone, bit for bit", async () => {
  expect(await check("wideBitsOff")).toBe(0);
});

test("the shape of the kernels is chosen by measuring", async () => {
  const { known, fastest, tried } = await check("tuned");
  expect({ known, tried }).toEqual({ known: true, tried: 3 });
  expect(fastest).toBeGreaterThan(0);
});

test("a lack of memory is said in words, at the start and on the way", async () => {
  const [refused, started, later, again] = await check("shortOfMemory");
  expect(refused).toContain("This device cannot hold");
  expect(started).toContain("no memory for 2 starts");
  expect(later).toContain("ran out of memory");
  expect(again).toBe("nothing");
});

test("nothing leaks over 100 iterations", async () => {
  const { before, after, bytesGrown } = await check("leaks", 100);
  expect(after).toEqual(before);
  expect(bytesGrown).toBe(0);
});

// The last, because tfjs remembers a shader that was refused.
test("a device that refuses a shader, and a map of a wrong size, are refused in words", async () => {
  const [size, shader] = await check("refusals");
  expect(size).toContain("4 to 64 features");
  expect(shader).toContain("graphics driver refused a shader of the model: out of registers");
});
