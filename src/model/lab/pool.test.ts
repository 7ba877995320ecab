import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { createCapacity } from "./capacity";
import type { Lab } from "./lab";
import { plainLab } from "./lab.testing";
import { GOES_ON, type Job, type PoolOptions, runPool } from "./pool";
import type { Start } from "./rows";

/** Each iteration halves the distance to 1. */
const halving = () => plainLab((z) => z.map((value) => (value + 1) / 2));
const INPUT = new Uint8Array(81);

interface Lived {
  readonly index: number;
  readonly iterations: number;
}

/** Jobs that live for the given iterations each; `seen` hears the shared iteration at which each of theirs was observed. */
function* jobsOf(lab: Lab, lives: readonly number[], width = 1, onLook?: (index: number, k: number) => void) {
  for (const [index, life] of lives.entries()) {
    let k = 0;
    const job: Job<Lived> = {
      starts: Array.from({ length: width }, (): Start => new Float32Array(lab.size).fill(index)),
      inputs: () => Array.from({ length: width }, () => INPUT),
      ahead: () => life - k,
      observe() {
        k++;
        onLook?.(index, k);
        return k === life ? { landed: { index, iterations: k } } : GOES_ON;
      },
    };
    yield job;
  }
}

async function collect(lab: Lab, jobs: Iterable<Job<Lived>>, options: Partial<PoolOptions> = {}) {
  const landed: { result: Lived; states: readonly Float32Array[] }[] = [];
  for await (const some of runPool(lab, jobs, { lambda: 1, ...options })) landed.push(...some);
  return landed.sort((a, b) => a.result.index - b.result.index);
}

const LIVES = [5, 1, 3, 3, 8, 2, 1, 4, 6, 2];

describe("a pool", () => {
  it.each([
    { rows: { first: 1, fewest: 1, most: 1 } },
    { rows: { first: 3, fewest: 3, most: 3 } },
    { rows: { first: 64, fewest: 1, most: 64 } },
    { rows: { first: 4, fewest: 4, most: 4 }, every: 1 },
    { rows: { first: 4, fewest: 4, most: 4 }, every: 4 },
    { rows: { first: 7, fewest: 7, most: 7 }, width: 2 },
  ])("runs every job for just its iterations, whatever shares the batch: %o", async (options) => {
    const lab = await halving();
    const landed = await collect(lab, jobsOf(lab, LIVES, options.width), { ...options, states: true });
    expect(landed.map(({ result }) => result)).toEqual(LIVES.map((iterations, index) => ({ index, iterations })));
    for (const { states } of landed) expect(states).toHaveLength(options.width ?? 1);
    // Slices of one iteration end just where jobs land, so that their states are those of the landing.
    if (options.every === 1)
      for (const { result, states } of landed)
        expect(states[0]?.[0]).toBeCloseTo(1 + (result.index - 1) / 2 ** result.iterations, 5);
  });

  it("takes a job only when its turn comes", async () => {
    const lab = await halving();
    let taken = 0;
    function* counted() {
      for (const job of jobsOf(lab, LIVES)) {
        taken++;
        yield job;
      }
    }
    const pool = runPool(lab, counted(), { lambda: 1, rows: { first: 2, fewest: 2, most: 2 }, every: 1 });
    await pool.next();
    expect(taken).toBe(2);
    await pool.return();
  });

  it("keeps jobs in step: one joins only where all others are at a multiple", async () => {
    const lab = await halving();
    const lives = [4, 6, 9, 4, 8, 3, 5];
    const under = new Map<number, number>();
    const joined: number[] = [];
    function* watched() {
      for (const job of jobsOf(lab, lives, 1, (index, k) => under.set(index, k))) {
        joined.push(...[...under].flatMap(([index, k]) => (k === lives[index] ? [] : [k])));
        yield job;
      }
    }
    const landed = await collect(lab, watched(), { rows: { first: 2, fewest: 2, most: 2 }, every: 4 });
    expect(landed.map(({ result }) => result.iterations)).toEqual(lives);
    expect(joined.length).toBeGreaterThan(2);
    expect(joined.filter((k) => k % 4 !== 0)).toEqual([]);
  });

  it("lets starts go on from another state, and gives new inputs, in the middle", async () => {
    const lab = await halving();
    let k = 0;
    const job: Job<true> = {
      starts: [new Float32Array(lab.size).fill(9), new Float32Array(lab.size).fill(5)],
      inputs: () => [INPUT, INPUT],
      ahead: () => 3 - k,
      observe() {
        k++;
        if (k === 3) return { landed: true };
        const restarts = k === 2 ? [{ index: 1, start: new Float32Array(lab.size).fill(17) }] : [];
        return { restarts, inputsChanged: true };
      },
    };
    for await (const landed of runPool(lab, [job], { lambda: 1, width: 2, every: 1, states: true }))
      for (const { states } of landed) expect(states.map((state) => state[0])).toEqual([2, 9]);
    expect(k).toBe(3);
  });

  it("releases its batch where it is given up", async () => {
    const lab = await halving();
    const before = tf.memory().numTensors;
    for await (const _ of runPool(lab, jobsOf(lab, LIVES), { lambda: 1 })) break;
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("the capacity of a batch", () => {
  it("learns from full batches alone, and counts one as full that has no space for another group", () => {
    const capacity = createCapacity({ first: 12, fewest: 12, most: 40, group: 5 });
    capacity.observe(5, 1, 1);
    expect(capacity.rows).toBe(12);
    capacity.observe(10, 1, 1);
    expect(capacity.rows).toBe(24);
    capacity.observe(20, 1, 1);
    expect(capacity.rows).toBe(40);
    capacity.observe(40, 1, 100);
    expect(capacity.rows).toBe(20);
    capacity.observe(20, 1, 100);
    expect(capacity.rows).toBe(12);
  });
});
