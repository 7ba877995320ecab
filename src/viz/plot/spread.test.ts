import { expect, it } from "vitest";
import { spread } from "./spread";

it("leaves places that are apart where they are", () => {
  expect(spread([10, 40, 90], 12, [0, 100])).toEqual([10, 40, 90]);
  expect(spread([], 12, [0, 100])).toEqual([]);
});

it("pushes near ones apart, in their order, and keeps them in bounds", () => {
  expect(spread([50, 50, 51], 12, [0, 100])).toEqual([50, 62, 74]);
  expect(spread([95, 99], 12, [0, 100])).toEqual([88, 100]);
  expect(spread([99, 95], 12, [0, 100])).toEqual([100, 88]);
});
