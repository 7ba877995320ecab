import { expect, it } from "vitest";
import type { ModelCard } from "../model/eqr/model/card";
import type { Summary } from "../model/eqr/record/summary";
import type { Contestant } from "./contestants/contestant";
import type { BenchEvent, ContestantName, Measured, Row } from "./protocol";
import { type BenchResult, type Doors, runBench } from "./run";

const CARD = {
  config: { d: 4, blocks: 1 },
  flopsPerIteration: 1e6,
  weights: { file: "", bytes: 0, sha256: "" },
} as unknown as ModelCard;
const PLAN = { breadths: [1, 4], rounds: 3, batchSeconds: 1, budgetSeconds: 10, limitSeconds: 1000 };

/** Contestants whose iterations take so many seconds each on a clock that only they move. */
function stage(seconds: Partial<Record<ContestantName, number>>, { q = {}, plan = PLAN }: StageOptions = {}) {
  let clock = 0;
  let work = 0;
  const log: string[] = [];
  const open = async (name: ContestantName): Promise<Contestant> => {
    const each = seconds[name];
    if (each === undefined) throw new Error("it is not to be had here.");
    return {
      async enter(breadth) {
        return {
          async run(iterations) {
            log.push(`${name} ${breadth} x${iterations}`);
            clock += 1000 * each * breadth * iterations;
            work += 10 * iterations;
            if (iterations === 50) throw new Error("out of memory");
            return summary(breadth, q[name] ?? 1);
          },
          leave: async () => void log.push(`${name} leaves`),
        };
      },
      close: async () => void log.push(`${name} closes`),
    };
  };
  const doors: Doors = {
    plan,
    names: Object.keys(seconds) as ContestantName[],
    card: CARD,
    probe: async () => ({ webgpu: { gflops: 1, gbytes: 1 }, wasm: null }),
    open,
    now: () => clock,
    count: () => {
      const counts = { dispatches: work, bytesRead: 4 * work };
      work = 0;
      return counts;
    },
  };
  return { doors, log };
}

interface StageOptions {
  readonly q?: Partial<Record<ContestantName, number>>;
  readonly plan?: Doors["plan"];
}

function summary(rows: number, q: number): Summary {
  return {
    residual: new Float32Array(rows).fill(0.5),
    q: new Float32Array(rows).fill(q),
    coords: new Float32Array(rows * 3),
    digits: new Uint8Array(rows * 81).fill(1),
    confidence: new Uint8Array(rows * 81).fill(200),
  };
}

async function finish(doors: Doors): Promise<BenchResult & { events: BenchEvent[] }> {
  const run = runBench(doors);
  const events: BenchEvent[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { ...value, events };
    events.push(value);
  }
}

const find = (rows: readonly Row[], name: ContestantName, breadth: number) =>
  rows.find((row) => row.contestant === name && row.breadth === breadth);

it("times everyone in turn, a different one first in every round", async () => {
  const { doors, log } = stage({ fused: 0.1, "tfjs-wasm": 0.2 });
  const { rows } = await finish(doors);
  expect(log.slice(4, 12)).toEqual([
    "fused 1 x10",
    "tfjs-wasm 1 x5",
    "tfjs-wasm 1 x5",
    "fused 1 x10",
    "fused 1 x10",
    "tfjs-wasm 1 x5",
    "fused leaves",
    "tfjs-wasm leaves",
  ]);
  expect(log.slice(-2)).toEqual(["fused closes", "tfjs-wasm closes"]);
  const ours = find(rows, "fused", 4) as Measured;
  expect(ours.iterationsPerSecond).toBeCloseTo(2.5);
  expect(ours.gflops).toBeCloseTo(0.01);
  expect(ours).toMatchObject({ spread: 0, dispatches: 10, bytesRead: 40, agrees: true });
  expect(ours.ofRate).toBeCloseTo(0.01);
  expect(find(rows, "tfjs-wasm", 4)).toMatchObject({ agrees: null, ofRate: null });
});

it("tells who computes something else", async () => {
  const { doors } = stage({ fused: 0.1, "onnxruntime-wasm": 0.1, "tfjs-wasm": 0.1 }, { q: { fused: 1.1 } });
  const { rows } = await finish(doors);
  expect(find(rows, "fused", 1)).toMatchObject({ agrees: false });
  expect(find(rows, "onnxruntime-wasm", 1)).toMatchObject({ agrees: true });
});

it("gives the reason of whoever cannot run, is too slow or fails, and goes on with the others", async () => {
  const { doors } = stage({ fused: 0.1, "tfjs-ops-webgpu": 3, "tfjs-wasm": 0.02, "onnxruntime-webgpu": undefined });
  const { rows } = await finish(doors);
  expect(find(rows, "onnxruntime-webgpu", 1)).toMatchObject({ reason: "Not run: it is not to be had here." });
  expect(find(rows, "tfjs-ops-webgpu", 1)).toMatchObject({ kind: "measured", batches: 1, first: false });
  expect(find(rows, "tfjs-ops-webgpu", 4)).toMatchObject({ reason: expect.stringContaining("about 12 s") });
  expect(find(rows, "tfjs-wasm", 1)).toMatchObject({ kind: "not-run", reason: "Failed: out of memory" });
  expect(find(rows, "fused", 4)).toMatchObject({ kind: "measured" });
});

it("takes the first iteration for want of time, and holds it against the reference's first", async () => {
  const { doors, log } = stage({ fused: 0.1, "tfjs-ops-webgpu": 2, "tfjs-wasm": 0.1 });
  const { rows } = await finish(doors);
  const once = { first: true, batches: 1, iterations: 1, spread: null, dispatches: 10, bytesRead: 40, agrees: true };
  expect(find(rows, "tfjs-ops-webgpu", 4)).toMatchObject(once);
  expect((find(rows, "tfjs-ops-webgpu", 4) as Measured).iterationsPerSecond).toBeCloseTo(1 / 8);
  expect(log.filter((line) => line === "tfjs-ops-webgpu 4 x1")).toHaveLength(1);
  expect(find(rows, "tfjs-ops-webgpu", 1)).toMatchObject({ first: false, batches: 3 });
});

it("keeps its time limit: whoever is in is timed once, nobody else sets up", async () => {
  const plan = { ...PLAN, limitSeconds: 1 };
  const { doors } = stage({ fused: 0.4, "tfjs-wasm": 0.4 }, { plan });
  const { rows } = await finish(doors);
  expect(find(rows, "fused", 1)).toMatchObject({ kind: "measured", batches: 1 });
  expect(find(rows, "fused", 4)).toMatchObject({ reason: "Not run: the time limit of 1.0 s had passed." });
});

it("reports progress up to the whole, also where some did not run", async () => {
  const { doors } = stage({ fused: 0.1, "tfjs-wasm": 0.2, "onnxruntime-webgpu": undefined });
  const { events } = await finish(doors);
  const shares = events.flatMap((event) => (event.kind === "progress" ? [event.done / event.total] : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});
