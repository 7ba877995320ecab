import { expect, it } from "vitest";
import { PHASES } from "./frame";
import { createHalting, SETTLED_TAIL } from "./halting";
import { defaultRecipe } from "./recipe";

const recipe = { ...defaultRecipe(".".repeat(81), "random"), breadth: 2, depth: 100, tolerance: 1e-3 };

/** The iteration at which a run with these residuals ends, and why. */
function endOf(residualAt: (k: number) => [number, number]) {
  const halting = createHalting(recipe);
  for (let k = 1; ; k++) {
    const end = halting.observe(residualAt(k));
    if (end) return { k, kind: end.kind };
  }
}

it("ends once all trajectories have stayed below the tolerance for the tail", () => {
  expect(endOf((k) => [1e-4, k > 10 ? 1e-4 : 1])).toEqual({ k: 10 + SETTLED_TAIL, kind: "settled" });
});

it("starts counting again when a trajectory is shaken loose", () => {
  expect(endOf((k) => [1e-4, k === 20 ? 1 : 1e-4])).toEqual({ k: 20 + SETTLED_TAIL, kind: "settled" });
});

it("ends at the depth when one wanders or is broken", () => {
  expect(endOf(() => [1e-4, 1e-3])).toEqual({ k: 100, kind: "depth" });
  expect(endOf(() => [1e-4, Number.NaN])).toEqual({ k: 100, kind: "depth" });
});

it("never lets a batch of iterations run past the end", () => {
  const halting = createHalting(recipe);
  expect(halting.ahead()).toBe(SETTLED_TAIL);
  for (let k = 1; k <= 5; k++) halting.observe([1e-4, 1e-4]);
  expect(halting.ahead()).toBe(SETTLED_TAIL - 5);
  halting.observe([1e-4, 1]);
  for (let k = 7; k <= 90; k++) halting.observe([1, 1]);
  expect(halting.ahead()).toBe(10);
});

const ACCEPTED = PHASES.indexOf("accepted");
const SETTLING = PHASES.indexOf("settling");

/** The same of a nudged run, whose second trajectory is accepted from iteration 20 on. */
function nudgedEndOf(changes: Partial<typeof recipe>, residual: number) {
  const halting = createHalting({ ...recipe, nudges: 4, ...changes });
  for (let k = 1; ; k++) {
    const end = halting.observe([residual, residual], [ACCEPTED, k >= 20 ? ACCEPTED : SETTLING]);
    if (end) return { k, kind: end.kind };
  }
}

it("counts a nudged trajectory as settled only once it is accepted", () => {
  expect(nudgedEndOf({}, 1e-4)).toEqual({ k: 19 + SETTLED_TAIL, kind: "settled" });
  expect(nudgedEndOf({}, 1)).toEqual({ k: 100, kind: "depth" });
});

it("ends with acceptance alone where the noise never ends", () => {
  expect(nudgedEndOf({ sigma: 0.1 }, 1)).toEqual({ k: 19 + SETTLED_TAIL, kind: "accepted" });
  expect(nudgedEndOf({ sigma: 0.1, coolAt: 60 }, 1)).toEqual({ k: 100, kind: "depth" });
});
