/** The smallest experiment: the example of docs/adding.md. */
import { expect, it } from "vitest";
import { norm } from "../analysis/vector";
import type { Lab, StateRef } from "../lab/lab";
import { finish, plainLab, recipe } from "../lab/lab.testing";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { settle } from "./settle";
import { stateAt } from "./stateAt";

interface LengthRequest {
  readonly kind: "length";
  readonly origin: StateRef;
  readonly depth: number;
}

interface LengthResult {
  /** Length of the state, and of the fixed point that it settles on; null where it does not settle. */
  readonly before: number;
  readonly after: number | null;
}

const length: Experiment<LengthRequest, null, LengthResult> = { kind: "length", cost, run };

function cost({ origin, depth }: LengthRequest): number {
  return origin.k + depth;
}

async function* run(lab: Lab, request: LengthRequest): Running<null, LengthResult> {
  const { origin, depth } = request;
  const { lambda, tolerance } = origin.recipe;
  const state = yield* stateAt(lab, origin);
  let after: number | null = null;
  const start = { count: 1, start: () => state, problem: problemOf(origin.recipe), lambda, tolerance, depth };
  for await (const [landing] of settle(lab, { ...start, states: true })) {
    if (landing?.settledAt != null && landing.state) after = norm(landing.state);
    yield { done: lab.spent, total: cost(request), partial: null };
  }
  return { before: norm(state), after };
}

it("measures, says how far it is, and costs no more than it said", async () => {
  // Every number goes halfway to 2: the fixed point has length 2 √729 = 54.
  const lab = await plainLab((z) => z.map((value) => (value + 2) / 2));
  const request: LengthRequest = { kind: "length", origin: { recipe, trajectory: 0, k: 2 }, depth: 60 };
  const { result, reports } = await finish(length.run(lab, request));
  expect(result.after).toBeCloseTo(54, 0);
  expect(result.before).toBeGreaterThan(10);
  expect(reports.length).toBeGreaterThan(0);
  expect(lab.spent).toBeLessThanOrEqual(length.cost(request));
});
