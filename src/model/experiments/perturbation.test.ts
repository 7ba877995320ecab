import { expect, it } from "vitest";
import { distance, norm } from "../analysis/vector";
import { gaussian } from "../eqr/noise/noise";
import { perturb } from "./perturbation";

const D = 4;
const z = gaussian(3, 0, 0, 729 * D);
const from = { seed: 3, trajectory: 0, k: 12, draw: 0, cells: 81 };

it("kicks by exactly the length it says, the same for the same draw and another for another", () => {
  const kicked = perturb(z, { kind: "noise", size: 0.5, cells: null }, from);
  expect(distance(kicked, z) / norm(z)).toBeCloseTo(0.5, 4);
  expect(perturb(z, { kind: "noise", size: 0.5, cells: null }, from)).toEqual(kicked);
  const other = perturb(z, { kind: "noise", size: 0.5, cells: null }, { ...from, draw: 1 });
  expect(distance(other, kicked)).toBeGreaterThan(0.1);
});

it("leaves the cells alone that were not brushed", () => {
  const cells = [0, 80];
  for (const perturbation of [{ kind: "noise", size: 2, cells } as const, { kind: "erase", cells } as const]) {
    const kicked = perturb(z, perturbation, from);
    const changed = new Set<number>();
    kicked.forEach((value, i) => {
      if (value !== z[i]) changed.add(Math.floor(i / (9 * D)));
    });
    expect([...changed]).toEqual(cells);
  }
  const part = z.subarray(0, 9 * D);
  const kicked = perturb(z, { kind: "noise", size: 2, cells: [0] }, from);
  expect(distance(kicked.subarray(0, 9 * D), part) / norm(part)).toBeCloseTo(2, 4);
});

it("pushes towards another state, and says what it lacks", () => {
  const target = gaussian(3, 1, 0, 729 * D);
  const kicked = perturb(z, { kind: "towards", size: 0.1, trajectory: 1 }, { ...from, target });
  expect(distance(kicked, z) / norm(z)).toBeCloseTo(0.1, 4);
  expect(distance(kicked, target)).toBeLessThan(distance(z, target));
  expect(() => perturb(z, { kind: "towards", size: 0.1, trajectory: 1 }, from)).toThrow(/its state/);
  const same = z.map((value) => value * (1 + 1e-5));
  expect(() => perturb(z, { kind: "towards", size: 0.1, trajectory: 1 }, { ...from, target: same })).toThrow(
    /no direction.*Scrub back/,
  );
});
