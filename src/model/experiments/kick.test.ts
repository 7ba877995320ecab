import { expect, it } from "vitest";
import { costOfKick, outcomeOf, runKick } from "./kick";
import { finish, recipe, testLab } from "./lab.testing";

const origin = { recipe, trajectory: 0, k: 80 };

it("sees the residual jump and the state come home", async () => {
  const { lab } = await testLab();
  const request = {
    kind: "kick",
    origin,
    blow: { kind: "noise", size: 0.05, cells: null },
    draw: 0,
    depth: 120,
  } as const;
  const { told, result } = await finish(runKick(lab, request));
  expect(result.outcome).toBe("same");
  expect(result.distance[0]).toBeCloseTo(0.05, 3);
  expect(result.distance.at(-1)).toBeLessThan(5e-3);
  // The twin was at rest all along; the kicked state was not.
  expect(result.home[0]).toBeLessThan(recipe.tolerance);
  expect(result.kicked[0]).toBeGreaterThan(10 * recipe.tolerance);
  expect(result.kickedEnding.settledAt).toBeGreaterThan(1);
  expect(result.kicked.length).toBe(result.distance.length - 1);
  expect(told.length).toBeGreaterThan(1);
  expect(lab.spent).toBeLessThanOrEqual(costOfKick(request).iterations);
});

it("tells same, other, none and no home apart by rest and distance", () => {
  const at = (settledAt: number | null) => ({ settledAt, residual: 0, q: 0, digits: new Uint8Array(81) });
  expect(outcomeOf(at(1), at(9), 1e-3)).toBe("same");
  expect(outcomeOf(at(1), at(9), 0.5)).toBe("other");
  expect(outcomeOf(at(1), at(null), 0.5)).toBe("none");
  expect(outcomeOf(at(null), at(9), 0.5)).toBe("no-home");
});

it("says that there is no home where the state is not bound for one", async () => {
  const { lab } = await testLab();
  const blow = { kind: "erase", cells: [4] } as const;
  const { result } = await finish(runKick(lab, { kind: "kick", origin: { ...origin, k: 0 }, blow, draw: 0, depth: 5 }));
  expect(result.outcome).toBe("no-home");
});
