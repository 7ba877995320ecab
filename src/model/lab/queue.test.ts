import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import type { MapBackend } from "../eqr/backend/backend";
import type { Lab } from "./lab";
import { createLab } from "./lab";
import { plainLab } from "./lab.testing";
import { GOES_ON, type Job } from "./pool";
import { type QueueOptions, runQueue } from "./queue";
import type { Start } from "./rows";

/** Each iteration halves the distance to 1. */
const halving = () => plainLab((z) => z.map((value) => (value + 1) / 2));
const inputOf = (index: number) => new Uint8Array(81).fill(index % 10);

interface Lived {
  readonly index: number;
  /** Residuals of its first start, by the iterations that it was shown. */
  readonly seen: ReadonlyMap<number, number>;
}

/** Jobs that live for the given iterations each. */
function* jobsOf(lab: Lab, lives: readonly number[], width: number, wants?: (k: number) => boolean) {
  for (const [index, life] of lives.entries()) {
    const seen = new Map<number, number>();
    let last = 0;
    const job: Job<Lived> = {
      starts: Array.from({ length: width }, (_, t): Start => new Float32Array(lab.size).fill(2 + index + t)),
      // Quiet in every third iteration of its own.
      noise: (k) => Array.from({ length: width }, (_, t) => ({ trajectory: t, k, sigma: k % 3 === 0 ? 0 : SIGMA })),
      inputs: () => Array.from({ length: width }, () => inputOf(index)),
      ahead: () => life - last,
      ...(wants && { wants: (k) => wants(k) || k === life }),
      observe(summary, row, _beliefsOf, k) {
        last = k;
        seen.set(k, summary.residual[row] ?? Number.NaN);
        return k >= life ? { landed: { index, seen } } : GOES_ON;
      },
    };
    yield job;
  }
}

const LIVES = [5, 17, 3, 40, 8, 2, 1, 33, 6, 64, 12, 9];
const SIGMA = 0.05;

async function collect(lab: Lab, options: Partial<QueueOptions>, wants?: (k: number) => boolean) {
  const width = options.width ?? 1;
  const queue = { lambda: 1, seed: 3, every: 4, longest: 32, rows: limits(3), ...options };
  const landed: Lived[] = [];
  for await (const some of runQueue(lab, jobsOf(lab, LIVES, width, wants), queue))
    landed.push(...some.map(({ result }) => result));
  return landed.sort((a, b) => a.index - b.index);
}

function limits(rows: number, most = rows) {
  return { first: rows, fewest: 1, most };
}

describe("a queue", () => {
  it("shows every job what it would be shown alone, wherever it is and whoever is beside it", async () => {
    const lab = await halving();
    const alone = await collect(lab, { rows: limits(1), longest: 4 });
    expect(alone.map(({ index }) => index)).toEqual(LIVES.map((_, i) => i));
    for (const { index, seen } of alone)
      expect([...seen.keys()]).toEqual(Array.from({ length: LIVES[index] ?? 0 }, (_, i) => i + 1));
    for (const options of [
      { rows: limits(3) },
      { rows: limits(12), longest: 4 },
      { rows: limits(2, 64) },
      { rows: limits(5), every: 1, longest: 7 },
    ])
      expect(await collect(lab, options), JSON.stringify(options)).toEqual(alone);
  });

  it("shows the same to jobs of several starts", async () => {
    const lab = await halving();
    const alone = await collect(lab, { width: 3, rows: limits(3) });
    expect(await collect(lab, { width: 3, rows: limits(13) })).toEqual(alone);
  });

  it("reads back only what jobs want to see, and the end of each slice", async () => {
    const lab = await halving();
    const whole = await collect(lab, {});
    const sparse = await collect(lab, {}, (k) => k === 2);
    for (const { index, seen } of sparse) {
      const life = LIVES[index] ?? 0;
      for (const [k, residual] of seen) expect(residual).toBe(whole[index]?.seen.get(k));
      expect(seen.has(life)).toBe(true);
      if (life >= 2) expect(seen.has(2)).toBe(true);
    }
    const shown = (lived: readonly Lived[]) => lived.reduce((sum, { seen }) => sum + seen.size, 0);
    expect(shown(sparse)).toBeLessThan(shown(whole) / 2);
  });

  it("reads once per slice, and begins a slice before the one before it is read", async () => {
    const lab = await halving();
    const log: string[] = [];
    const backend: MapBackend = {
      ...lab.backend,
      step(...asked) {
        log.push("step");
        return lab.backend.step(...asked);
      },
      async read(summaries) {
        log.push("read");
        const read = await lab.backend.read(summaries);
        log.push("answer");
        return read;
      },
    };
    const watched = createLab(backend, { now: () => 0 });
    const jobs = jobsOf(watched, [128, 128], 1);
    for await (const _ of runQueue(watched, jobs, { lambda: 1, rows: limits(2), every: 4, longest: 32 }));
    const count = (what: string) => log.filter((one) => one === what).length;
    // Slices of 4, of what then fits, and of 32 each.
    expect(count("step")).toBe(128);
    expect(count("read")).toBe(6);
    expect(log.indexOf("answer")).toBeGreaterThan(log.indexOf("read", log.indexOf("read") + 1));
  });

  it("keeps to the rows that the device has the memory for", async () => {
    const lab = await halving();
    const asked: number[] = [];
    let most = 0;
    const backend: MapBackend = {
      ...lab.backend,
      step(z, ...rest) {
        most = Math.max(most, z.shape[0] ?? 0);
        return lab.backend.step(z, ...rest);
      },
      async reserve(rows) {
        asked.push(rows);
        if (rows > 4) throw new Error("no memory");
      },
    };
    const landed = await collect(createLab(backend, { now: () => 0 }), { rows: limits(2, 64) });
    expect(landed).toHaveLength(LIVES.length);
    expect(Math.max(...asked)).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("leaves nothing behind, also where it is given up or the device fails", async () => {
    const lab = await halving();
    const before = tf.memory().numTensors;
    await collect(lab, {});
    expect(tf.memory().numTensors).toBe(before);
    for await (const _ of runQueue(lab, jobsOf(lab, LIVES, 1), { lambda: 1, rows: limits(3), every: 4, longest: 4 }))
      break;
    expect(tf.memory().numTensors).toBe(before);
    const broken = createLab({ ...lab.backend, read: () => Promise.reject(new Error("lost")) });
    await expect(collect(broken, {})).rejects.toThrow("lost");
  });
});
