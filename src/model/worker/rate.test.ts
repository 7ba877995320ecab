import { expect, it } from "vitest";
import { createRate } from "./rate";

it("tells at first and when the speed has changed, in iterations a second", () => {
  const told: number[] = [];
  const rate = createRate((perSecond) => told.push(perSecond));
  rate.observe(10, 100);
  rate.observe(10, 100);
  expect(told).toEqual([100]);
  for (let i = 0; i < 40; i++) rate.observe(10, 50);
  expect(told.length).toBeLessThan(8);
  expect(told.at(-1)).toBeGreaterThan(170);
});

it("learns nothing of nothing", () => {
  const told: number[] = [];
  createRate((perSecond) => told.push(perSecond)).observe(0, 10);
  expect(told).toEqual([]);
});
