import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import type { KickRequest } from "../../model/experiments/kick";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { createExperiments, stateOf } from "./store";

const request: KickRequest = {
  kind: "kick",
  origin: { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 0, k: 3 },
  perturbation: { kind: "erase", cells: null },
  draw: 0,
  depth: 10,
};

function stage() {
  const sent: ToWorker[] = [];
  let hear: (message: FromWorker) => void = () => {};
  const experiments = createExperiments({
    send: (message) => sent.push(message),
    subscribe(listener) {
      hear = listener;
      return () => {};
    },
  });
  return {
    sent,
    experiments,
    hear: (message: FromWorker) => hear(message),
    now: () => stateOf(experiments.store.getState(), "kick"),
  };
}

const partial = { home: [1], kicked: [2], distance: [3], cells: [4], path: null };

it("follows an experiment from its start to its end", () => {
  const { experiments, hear, now, sent } = stage();
  expect(now().status).toBe("idle");
  experiments.start(request);
  expect(sent).toEqual([{ type: "experiment", id: 1, request }]);
  hear({ type: "experiment", id: 1, event: { kind: "progress", done: 5, total: 20, partial } });
  expect(now()).toMatchObject({ status: "running", done: 5, total: 20, partial });
  hear({ type: "experiment", id: 1, event: { kind: "progress", done: 6, total: 20, partial: null } });
  expect(now()).toMatchObject({ done: 6, partial });
  hear({ type: "experiment", id: 1, event: { kind: "failed", message: "It broke." } });
  expect(now()).toEqual({ status: "failed", request, message: "It broke." });
  hear({ type: "rate", perSecond: 12 });
  expect(experiments.store.getState().rate).toBe(12);
});

it("hears no more of what was cancelled or replaced, and keeps what it had drawn", () => {
  const { experiments, hear, now, sent } = stage();
  experiments.start(request);
  hear({ type: "experiment", id: 1, event: { kind: "progress", done: 5, total: 20, partial } });
  experiments.cancel("kick");
  hear({ type: "experiment", id: 1, event: { kind: "failed", message: "late" } });
  expect(now()).toEqual({ status: "idle", request, partial });
  experiments.start(request);
  experiments.start({ ...request, draw: 1 });
  expect(sent.map(({ type }) => type)).toEqual([
    "experiment",
    "cancel-experiment",
    "experiment",
    "cancel-experiment",
    "experiment",
  ]);
  hear({ type: "experiment", id: 2, event: { kind: "failed", message: "late" } });
  expect(now()).toMatchObject({ status: "running", id: 3, request: { draw: 1 } });
});

it("offers a shipped result until something is measured, and says when nothing else is on the stage", () => {
  const { experiments, now } = stage();
  const file = { sha256: "abc", request, result: { outcome: "same" } } as never;
  const leave = experiments.attend("kick");
  expect(experiments.showsShipped()).toBe(false);
  experiments.offer("kick", file);
  expect(now()).toMatchObject({ status: "done", shipped: true, request });
  expect(experiments.store.getState().hidden).toEqual([request]);
  expect(experiments.showsShipped()).toBe(true);
  const other = { sha256: "def", request: { ...request, depth: 11 }, result: { outcome: "other" } } as never;
  experiments.offer("kick", other);
  expect(now()).toMatchObject({ shipped: true, request: { depth: 11 } });
  experiments.attend("basinRadius");
  expect(experiments.showsShipped()).toBe(false);
  leave();
  experiments.start(request);
  experiments.offer("kick", other);
  expect(now()).toMatchObject({ status: "running" });
});
