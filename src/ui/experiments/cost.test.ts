import { expect, it } from "vitest";
import { spokenCost } from "./cost";

it("says what an experiment costs, in time too where the speed is known", () => {
  expect(spokenCost(2300, null)).toBe("up to 2,300 iterations");
  expect(spokenCost(2300, 100)).toBe("up to 2,300 iterations, about 23 s here");
  expect(spokenCost(2300, 1e5)).toBe("up to 2,300 iterations, less than a second here");
  expect(spokenCost(1e6, 1000)).toBe("up to 1,000,000 iterations, about 17 minutes here");
});
