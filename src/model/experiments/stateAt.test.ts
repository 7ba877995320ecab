import { expect, it } from "vitest";
import { distance, norm } from "../analysis/vector";
import { startState } from "../eqr/noise/noise";
import type { Recipe } from "../eqr/recipe/recipe";
import type { Frame, RunEnd } from "../eqr/record/frame";
import { createEngine } from "../eqr/run/engine";
import { finish, recipe, testLab } from "../lab/lab.testing";
import { stateAt } from "./stateAt";

const SIZE = 729 * 4;

it.each([{ noisyFor: 5 }, { noisyFor: 3, period: 4 }])(
  "steps states as the engine does, and makes the states of a run again: %o",
  async (schedule) => {
    const { model, backend, lab } = await testLab();
    const noisy = { ...recipe, breadth: 3, sigma: 0.1, ...schedule };
    const engine = createEngine(backend, model);
    await engine.start(noisy);
    while (engine.k < 9) await engine.tick(9 - engine.k);
    const again = await finish(stateAt(lab, { recipe: noisy, trajectory: 2, k: 9 }));
    expect(again.result).toEqual(await engine.state(2, 9));
    expect(lab.spent).toBe(9);
    engine.dispose();
  },
);

it("makes a state again that came of a chosen start, or that has halted", async () => {
  const { model, backend, lab } = await testLab();
  const chosen = {
    ...recipe,
    breadth: 2,
    haltRun: 0,
    start: [
      { trajectory: 5, iterations: 0, weight: 0.6 },
      { trajectory: 6, iterations: 3, weight: 0.4 },
    ],
  };
  const engine = createEngine(backend, model);
  const stateOf = async (of: Recipe, trajectory: number, k: number) => {
    await engine.start(of);
    while (engine.k < k) await engine.tick(k - engine.k);
    return engine.state(trajectory, k);
  };
  const again = await finish(stateAt(lab, { recipe: chosen, trajectory: 0, k: 6 }));
  const there = await stateOf(chosen, 0, 6);
  expect(distance(again.result, there)).toBeLessThan(1e-4 * norm(there));
  expect(distance(again.result, startState(chosen.seed, 0, SIZE))).toBeGreaterThan(0.1 * norm(there));

  // The first to halt stays as it was then, while the same start without a rest moves on.
  const resting = { ...recipe, breadth: 3, tolerance: 1e-2, haltRun: 1 };
  await engine.start(resting);
  const frames: Frame[] = [];
  for (let end: RunEnd | null = null; !end; ) {
    const tick = await engine.tick(8);
    frames.push(...tick.frames);
    end = tick.end;
  }
  const restsAt = [0, 1, 2].map((t) => frames.findIndex(({ residual }) => (residual[t] ?? 1) < 1e-2));
  const first = restsAt.indexOf(Math.min(...restsAt));
  const kept = await finish(stateAt(lab, { recipe: resting, trajectory: first, k: engine.k }));
  expect(restsAt[first]).toBeLessThan(engine.k - 1);
  expect(distance(kept.result, await engine.state(first, engine.k))).toBeLessThan(1e-5 * norm(kept.result));
  const moved = await finish(stateAt(lab, { recipe: { ...resting, haltRun: 0 }, trajectory: first, k: engine.k }));
  expect(distance(moved.result, kept.result)).toBeGreaterThan(1e-4 * norm(kept.result));
  engine.dispose();
});

it("asks the engine first, and says what to do about a nudged state that nobody can make", async () => {
  const recalled = new Float32Array(SIZE);
  const { lab } = await testLab({ recall: () => Promise.resolve(recalled) });
  expect((await finish(stateAt(lab, { recipe, trajectory: 0, k: 3 }))).result).toBe(recalled);
  const { lab: alone } = await testLab();
  const nudged = { ...recipe, nudges: 4 };
  await expect(finish(stateAt(alone, { recipe: nudged, trajectory: 0, k: 3 }))).rejects.toThrow(/Start it again/);
});
