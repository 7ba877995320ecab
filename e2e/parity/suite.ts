/** The kernels of a family against the plain map, tfjs's ops and PyTorch, in a real browser. Each check runs in page.ts. */
import { expect, test } from "@playwright/test";
import type { Shape } from "../../src/model/maps/relational/kernels/shape";
import { parityPage } from "./open";

/** How a family is tested: the software adapter emulates barriers slowly, so the one that has them runs shorter. */
export interface Suite {
  readonly shape: Shape;
  /** Features and shapes for which a block alone is checked. */
  readonly blocks: readonly (readonly [number, Shape])[];
  /** Rows and iterations of a batch that is compared with each of its rows alone. */
  readonly batch: readonly [number, number];
  /** The most iterations of a case of PyTorch's that is run. */
  readonly deepest: number;
  /** Iterations of a nudged search. */
  readonly depth: number;
  /** Iterations of the puzzles of a nudged queue. */
  readonly queueDepth: number;
  /** Puzzles of a queue. */
  readonly queuePuzzles: number;
  readonly leakIterations: number;
}

/** Declares the tests of a family, and gives what else can be asked of its page. */
export function parityTests({
  shape,
  blocks,
  batch,
  deepest,
  depth,
  queueDepth,
  queuePuzzles,
  leakIterations,
}: Suite): void {
  const check = parityPage(shape);

  for (const [d, shape] of blocks)
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
    const reports = await check("pytorchReports", deepest);
    expect(Object.keys(reports).length).toBeGreaterThan(0);
    for (const [name, { problems }] of Object.entries(reports)) expect(problems, name).toEqual([]);
  });

  test("starts and path noise are the shared noise, bit for bit", async () => {
    expect(await check("noiseBitsOff")).toBe(0);
  });

  test("a row of a mixed batch has the noise of its own trajectory, iteration and strength, bit for bit", async () => {
    expect(await check("mixedNoiseBitsOff")).toBe(0);
  });

  test("a trajectory is the same in a batch as alone, bit for bit", async () => {
    expect(await check("batchBitsOff", ...batch)).toBe(0);
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
    const { spent, ...differences } = await check("searchDifference", { breadth: 2, depth, nudges: 2, sigma: 0.05 });
    expect(differences).toEqual({ frames: depth + 1, fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 });
    expect(spent).toEqual([2 * depth, 2 * depth, 2 * depth]);
  });

  test("a released state is accepted or given up on the device as in TypeScript, by its residual", async () => {
    const { spent, frames: _, ...made } = await check("releasedDifference");
    expect(made).toEqual({
      ...{ fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 },
      phases: ["accepted", "accepted", "settling"],
      cycles: [0, 0, 1],
    });
    expect(new Set(spent).size).toBe(1);
    expect(spent[0]).toBeLessThan(3 * 70);
  });

  test("a run with annealed noise is the same on the device, and halts where it is quiet alone", async () => {
    const recipe = { breadth: 2, depth: 20, sigma: 0.05, noisyFor: 4, period: 10, tolerance: 0.01, haltRun: 3 };
    const { spent, frames, ...differences } = await check("searchDifference", recipe);
    expect(differences).toEqual({ fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 });
    expect(new Set(spent).size).toBe(1);
    expect([10, 20]).toContain(frames - 1);
  });

  test("trajectories that halt one after the other leave the others as they are, taken out of the batch or not", async () => {
    const { spent, frames, ...differences } = await check("staggeredDifference");
    expect(differences).toEqual({ fromHost: 0, fromWhole: 0, softmaxOff: 0, left: 0 });
    expect(new Set(spent).size).toBe(1);
    expect(spent[0]).toBeLessThan((frames - 1) * 9);
  });

  for (const { moved = 0, ...changes } of [
    { nudges: 2, breadth: 1, depth: queueDepth },
    // The network believes in about half of what it sees: some are accepted, others begin again.
    { nudges: 2, breadth: 2, depth: queueDepth, tolerance: 1e-3, moved: 1.635 },
    { nudges: 0, breadth: 3, depth: 20, tolerance: 0.5 },
  ])
    test(`a queue answers what each puzzle would alone: ${JSON.stringify(changes)}`, async () => {
      const { queue, guided, cycles, accepted, ...differences } = await check(
        "queueDifference",
        queuePuzzles,
        changes,
        moved,
      );
      expect(differences).toEqual({ puzzles: queuePuzzles, off: [0, 0, 0], left: 0 });
      expect(accepted > 0 && accepted < queuePuzzles).toBe(moved > 0);
      console.log(
        `per 1,000 iterations: queue ${JSON.stringify(queue)}, guided ${JSON.stringify(guided)}, ${cycles} cycles`,
      );
      if (changes.nudges > 0) {
        expect(cycles).toBeGreaterThan(changes.breadth);
        expect(queue.readbacks).toBeLessThan(guided.readbacks / 4);
      }
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

  test("a lack of memory is said in words, at the start and on the way", async () => {
    const [refused, started, later, again] = await check("shortOfMemory");
    expect(refused).toContain("This device cannot hold");
    expect(started).toContain("no memory for 2 starts");
    expect(later).toContain("ran out of memory");
    expect(again).toBe("nothing");
  });

  test("nothing leaks over many iterations", async () => {
    const { before, after, bytesGrown } = await check("leaks", leakIterations);
    expect(after).toEqual(before);
    expect(bytesGrown).toBe(0);
  });

  // The last, because tfjs remembers a shader that was refused.
  test("a device that refuses a shader, and a map of a wrong size, are refused in words", async () => {
    const [size, shader] = await check("refusals");
    expect(size).toContain("4 to 64 features");
    expect(shader).toContain("graphics driver refused a shader of the model: out of registers");
  });
}
