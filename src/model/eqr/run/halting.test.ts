import { expect, it } from "vitest";
import { defaultRecipe, FIELDS, type Recipe } from "../recipe/recipe";
import { PHASES } from "../record/frame";
import { createHalting } from "./halting";

const TAIL = FIELDS.haltRun.default;
const recipe = { ...defaultRecipe(".".repeat(81), "random"), breadth: 2, depth: 100, tolerance: 1e-3 };
const BELIEVES = { q: [1, 1] };
const DOUBTS = { q: [-1, -1] };

/** The iteration at which a run with these residuals ends, why, and what it spent. */
function endOf(residualAt: (k: number) => number[], changes: Partial<Recipe> = {}, { q } = DOUBTS) {
  const halting = createHalting({ ...recipe, ...changes });
  for (let k = 1; ; k++) {
    const end = halting.observe({ residual: residualAt(k), q });
    if (end) return { k, kind: end.kind, spent: halting.spent };
  }
}

it("ends once all trajectories have stayed below the tolerance for the tail; one that has halted costs nothing", () => {
  expect(endOf((k) => [1e-4, k > 10 ? 1e-4 : 1])).toEqual({ k: 10 + TAIL, kind: "settled", spent: 10 + 2 * TAIL });
});

it("starts counting again when a trajectory is shaken loose, unless it has halted", () => {
  expect(endOf((k) => [1e-4, k === 20 ? 1 : 1e-4])).toMatchObject({ k: 20 + TAIL, kind: "settled" });
  expect(endOf((k) => [k === 50 ? 1 : 1e-4, k > 40 ? 1e-4 : 1])).toMatchObject({ k: 40 + TAIL, kind: "settled" });
});

it("ends at the depth when one wanders, and without it when it has broken", () => {
  expect(endOf(() => [1e-4, 2e-3])).toEqual({ k: 100, kind: "depth", spent: TAIL + 100 });
  expect(endOf(() => [1e-4, Number.NaN])).toEqual({ k: TAIL, kind: "settled", spent: TAIL + 1 });
  expect(endOf(() => [Number.POSITIVE_INFINITY, Number.NaN])).toEqual({ k: 1, kind: "broken", spent: 2 });
});

it("stops after the first that halts, or after as many as are asked for", () => {
  const late = (k: number) => [k > 10 ? 1e-4 : 1, 1e-4, k > 30 ? 1e-4 : 1];
  expect(endOf(late, { breadth: 3, stopCount: 1 })).toMatchObject({ k: TAIL, kind: "stopped" });
  expect(endOf(late, { breadth: 3, stopCount: 2 })).toMatchObject({ k: 10 + TAIL, kind: "stopped" });
  // As many as there are is all of them.
  expect(endOf(late, { breadth: 3, stopCount: 3 })).toMatchObject({ k: 30 + TAIL, kind: "settled" });
});

it("halts after as many iterations at rest as are asked for, or never", () => {
  expect(endOf(() => [1e-4, 1e-4], { haltRun: 3 })).toMatchObject({ k: 3, kind: "settled" });
  expect(endOf(() => [1e-4, 1e-4], { haltRun: 0 })).toEqual({ k: 100, kind: "depth", spent: 200 });
});

it("lets a trajectory rest in iterations without noise alone", () => {
  const still = () => [1e-4, 1e-4];
  expect(endOf(still, { sigma: 0.1 })).toMatchObject({ k: 100, kind: "depth" });
  expect(endOf(still, { sigma: 0.1, noisyFor: 20 })).toMatchObject({ k: 20 + TAIL, kind: "settled" });
  const annealed = { sigma: 0.1, noisyFor: 10, period: 20 };
  // Ten quiet iterations are enough for a rest of ten, and never for one more.
  expect(endOf(still, { ...annealed, haltRun: 10 })).toMatchObject({ k: 20, kind: "settled" });
  expect(endOf(still, { ...annealed, haltRun: 11 })).toMatchObject({ k: 100, kind: "depth" });
  expect(endOf((k) => [1e-4, k > 25 ? 1e-4 : 1], { ...annealed, haltRun: 10 })).toMatchObject({ k: 40, spent: 60 });
});

it("halts by the halting logit alone where that is asked for", () => {
  expect(endOf(() => [1, 1], { haltBy: 1 }, BELIEVES)).toMatchObject({ k: TAIL, kind: "settled" });
  expect(endOf(() => [1e-4, 1e-4], { haltBy: 1 }, DOUBTS)).toMatchObject({ k: 100, kind: "depth" });
});

it("ends before the iteration that the budget does not allow", () => {
  expect(endOf(() => [1, 1], { budget: 61 })).toEqual({ k: 30, kind: "budget", spent: 60 });
  // The first halts at its 32nd iteration: from there on an iteration costs half as much.
  expect(endOf(() => [1e-4, 1], { budget: 70 })).toEqual({ k: 38, kind: "budget", spent: 70 });
});

it("never lets a batch run past the depth or the budget, nor unseen past a halt", () => {
  const halting = createHalting({ ...recipe, budget: 150 });
  expect([halting.ahead(), halting.untilHalt()]).toEqual([75, TAIL]);
  for (let k = 1; k <= 5; k++) halting.observe({ residual: [1e-4, 1], ...DOUBTS });
  expect([halting.ahead(), halting.untilHalt()]).toEqual([70, TAIL - 5]);
  for (let k = 6; k <= TAIL; k++) halting.observe({ residual: [1e-4, 1], ...DOUBTS });
  expect([halting.standing(0), halting.standing(1), halting.running]).toEqual(["halted", "running", 1]);
  expect([halting.since(0), halting.since(1)]).toEqual([TAIL, Number.POSITIVE_INFINITY]);
  expect([halting.ahead(), halting.untilHalt()]).toEqual([100 - TAIL, TAIL]);
});

const ACCEPTED = PHASES.indexOf("accepted");
const SETTLING = PHASES.indexOf("settling");

/** The same of a nudged run, whose second trajectory is accepted from iteration 20 on. */
function nudgedEndOf(changes: Partial<Recipe>, residual: number) {
  const halting = createHalting({ ...recipe, nudges: 4, ...changes });
  for (let k = 1; ; k++) {
    const phase = [ACCEPTED, k >= 20 ? ACCEPTED : SETTLING];
    const end = halting.observe({ residual: [residual, residual], ...DOUBTS, phase });
    if (end) return { k, kind: end.kind };
  }
}

it("counts a nudged trajectory as settled only once it is accepted", () => {
  expect(nudgedEndOf({}, 1e-4)).toEqual({ k: 19 + TAIL, kind: "settled" });
  expect(nudgedEndOf({}, 1)).toEqual({ k: 100, kind: "depth" });
});

it("has an accepted trajectory rest whatever the noise of the others, for it has none", () => {
  for (const noise of [{ sigma: 0.1 }, { sigma: 0.1, noisyFor: 60 }, { sigma: 0.1, noisyFor: 3, period: 5 }]) {
    expect(nudgedEndOf(noise, 1e-4)).toEqual({ k: 19 + TAIL, kind: "settled" });
    expect(nudgedEndOf(noise, 1)).toEqual({ k: 100, kind: "depth" });
  }
});
