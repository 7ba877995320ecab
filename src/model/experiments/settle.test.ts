import { expect, it } from "vitest";
import { SETTLE_RUN } from "../eqr/record/atRest";
import { appendFrame, createRecord, isSettled } from "../eqr/record/record";
import { createEngine } from "../eqr/run/engine";
import { recipe, testLab } from "../lab/lab.testing";
import { problemOf } from "../tasks";
import { type Landing, type SettleRequest, settle } from "./settle";

async function settleAll(changes: Partial<SettleRequest> = {}, count = 40) {
  const { lab, model, backend } = await testLab();
  const { lambda, tolerance, seed } = recipe;
  const request = { count, problem: problemOf(recipe), lambda, tolerance, depth: 60, ...changes };
  const landings: Landing[] = [];
  for await (const landed of settle(lab, { start: (trajectory) => ({ seed, trajectory }), ...request }))
    landings.push(...landed);
  return { landings: landings.sort((a, b) => a.index - b.index), model, backend };
}

it("finds every start where the engine finds it, whatever batches it was in", async () => {
  const { landings, model, backend } = await settleAll();
  expect(landings.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  const settings = { ...recipe, breadth: 40, depth: 60 };
  const engine = createEngine(backend, model);
  const record = createRecord(settings);
  appendFrame(record, await engine.start(settings));
  for (let end = null; !end; ) {
    const tick = await engine.tick(60);
    for (const frame of tick.frames) appendFrame(record, frame);
    end = tick.end;
  }
  const settled = landings.filter(({ settledAt }) => settledAt !== null);
  expect(settled.length).toBeGreaterThan(0);
  // The untrained map may leave its rest again: what counts is that it was there first.
  for (const { index, settledAt } of landings) {
    const first = record.frames.findIndex(({ k }) => isSettled(record, index, k));
    expect(settledAt).toBe(first < 0 ? null : first - SETTLE_RUN + 1);
  }
});

it("gives up at the depth, and hands out states where they are asked for", async () => {
  const { landings } = await settleAll({ depth: 4, states: true }, 3);
  for (const landing of landings) {
    expect(landing).toMatchObject({ settledAt: null, iterations: 4 });
    expect(landing.state).toHaveLength(729 * 4);
    expect(landing.residual).toBeGreaterThan(recipe.tolerance);
  }
});

it("names a start that broke", async () => {
  const { landings } = await settleAll({ start: () => new Float32Array(729 * 4).fill(Number.NaN) }, 1);
  expect(landings).toMatchObject([{ index: 0, settledAt: null, residual: Number.NaN }]);
  expect(landings[0]?.iterations).toBeLessThan(60);
});
