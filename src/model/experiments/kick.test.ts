import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { createEngine } from "../eqr/run/engine";
import { finish, recipe, testLab } from "../lab/lab.testing";
import { kick, outcomeOf } from "./kick";

const origin = { recipe, trajectory: 0, k: 88 };

it("sees the residual jump and the state come home", async () => {
  const { lab } = await testLab();
  const request = {
    kind: "kick",
    origin,
    perturbation: { kind: "noise", size: 0.05, cells: null },
    draw: 0,
    depth: 120,
  } as const;
  const { reports, result } = await finish(kick.run(lab, request));
  expect(result.outcome).toBe("same");
  expect(result.distance[0]).toBeCloseTo(0.05, 3);
  expect(result.distance.at(-1)).toBeLessThan(5e-3);
  // The twin was at rest all along; the kicked state was not.
  expect(result.home[0]).toBeLessThan(recipe.tolerance);
  expect(result.kicked[0]).toBeGreaterThan(10 * recipe.tolerance);
  expect(result.kickedEnding.settledAt).toBeGreaterThan(1);
  expect(result.kicked.length).toBe(result.distance.length - 1);
  expect(reports.length).toBeGreaterThan(1);
  expect(lab.spent).toBeLessThanOrEqual(kick.cost(request));
});

it("follows the kicked state on the axes of its run, until they are fitted anew", async () => {
  const { model, backend } = await testLab();
  const engine = createEngine(backend, model);
  const run = { ...recipe, breadth: 3, depth: 20 };
  await engine.start(run);
  while (engine.k < 20) await engine.tick(20 - engine.k);
  const named = engine.axes;
  if (!named) throw new Error("a run of 20 iterations has axes");
  const origin = { recipe: run, trajectory: 0, k: 12 };
  const kickBy = (size: number) =>
    ({ kind: "kick", origin, perturbation: { kind: "noise", size, cells: null }, draw: 0, depth: 6 }) as const;

  // A kick that is none to speak of: the path is the run's own.
  const { lab } = await testLab({ axesOf: () => named });
  const { result: still } = await finish(kick.run(lab, kickBy(1e-6)));
  expect(still.path?.basis).toBe(named.id);
  expect(still.path?.coords).toHaveLength(3 * (still.kicked.length + 1));
  for (const k of [12, 13, 16]) {
    const z = tf.tensor2d(await engine.state(0, k), [1, 729 * 4]);
    const place = await backend.project([z], named.axes);
    z.dispose();
    place.forEach((value, i) => {
      expect(still.path?.coords[3 * (k - 12) + i]).toBeCloseTo(value, 2);
    });
  }

  let looks = 0;
  const { lab: turned } = await testLab({ axesOf: () => ({ ...named, id: named.id + (looks++ < 2 ? 0 : 1) }) });
  const { result } = await finish(kick.run(turned, kickBy(0.5)));
  expect(result.path?.coords.slice(0, 3).every(Number.isFinite)).toBe(true);
  expect(result.path?.coords.slice(-3).every(Number.isNaN)).toBe(true);
  engine.dispose();
});

it("distinguishes same, other, none and no home by rest and distance", () => {
  const at = (settledAt: number | null) => ({ settledAt, residual: 0, q: 0, digits: new Uint8Array(81) });
  expect(outcomeOf(at(1), at(9), 1e-3)).toBe("same");
  expect(outcomeOf(at(1), at(9), 0.5)).toBe("other");
  expect(outcomeOf(at(1), at(null), 0.5)).toBe("none");
  expect(outcomeOf(at(null), at(9), 0.5)).toBe("no-home");
});

it("says that there is no home where the state is not bound for one", async () => {
  const { lab } = await testLab();
  const perturbation = { kind: "erase", cells: [4] } as const;
  const { result } = await finish(
    kick.run(lab, { kind: "kick", origin: { ...origin, k: 0 }, perturbation, draw: 0, depth: 5 }),
  );
  expect(result.outcome).toBe("no-home");
});
