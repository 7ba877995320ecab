import { expect, it } from "vitest";
import { modeOf } from "../../../model/experiments/landscapeMode";
import { fakeLandscape, fakePoint } from "../../../viz/landscape/landscape.testing";
import { describeLandscape } from "./words";

it("says what the starts came to, with counts and intervals", () => {
  const broad = fakeLandscape([fakePoint({ count: 20 })], { probe: { tried: 1, held: 1 } });
  expect(describeLandscape(broad)).toBe(
    "20 of 20 starts (84–100 %) settled on the solution, none on any other state. A broad, stable correct basin.",
  );
  const both = fakeLandscape([fakePoint({ count: 8 }), fakePoint({ count: 6, valid: false })]);
  expect(describeLandscape(both)).toContain("6 of 20 starts (15–52 %) on other states.");
  expect(modeOf(both).mode).toBe("together");
});

it("tells a basin that no start lies in from none at all", () => {
  const narrow = fakeLandscape([], { wandering: 20, probe: { tried: 1, held: 1 } });
  expect(describeLandscape(narrow)).toContain("stays there: the attractor exists");
  expect(modeOf(narrow).mode).toBe("narrow");
  const absent = fakeLandscape([], { wandering: 20, probe: { tried: 1, held: 0 } });
  expect(describeLandscape(absent)).toContain("leaves it");
  expect(modeOf(absent).mode).toBe("absent");
});

it("has nothing to say of a puzzle without a solution but that", () => {
  const none = fakeLandscape([], { wandering: 20, solutions: { count: 0, exact: true } });
  expect(modeOf(none).mode).toBe("absent");
});

it("gives each solution its count, and the verdict to all of them together", () => {
  const two = { solutions: { count: 2, exact: true }, probe: { tried: 2, held: 2 } } as const;
  const text = describeLandscape(fakeLandscape([fakePoint({ count: 12 }), fakePoint({ count: 8 })], two));
  expect(text).toBe(
    "20 of 20 starts (84–100 %) settled on 2 solutions (12 and 8), none on any other state. A broad, stable correct basin, all solutions taken together. 2 of 2 known solutions are stable fixed points.",
  );
  expect(describeLandscape(fakeLandscape([fakePoint({ count: 20 })], two))).toContain("settled on 1 solution, none");
});

it("gives no verdict before all starts have ended", () => {
  const half = fakeLandscape([fakePoint({ count: 10 })], { done: 10 });
  expect(describeLandscape(half)).not.toContain("basin");
});
