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

it("gives no verdict before all starts have ended", () => {
  const half = fakeLandscape([fakePoint({ count: 10 })], { done: 10 });
  expect(describeLandscape(half)).not.toContain("basin");
});
