import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultRecipe } from "../eqr/recipe/recipe";
import type { ExperimentEvent, ExperimentRequest, RequestOf } from "../experiments/requests";
import type { ToWorker } from "./protocol";
import { load, stage, start } from "./stage.testing";

beforeAll(() => tf.setBackend("wasm"));

const recipe = { ...defaultRecipe(".".repeat(81), "random"), breadth: 2, depth: 40 };
const kick: RequestOf<"kick"> = {
  kind: "kick",
  origin: { recipe, trajectory: 1, k: 4 },
  perturbation: { kind: "noise", size: 0.1, cells: null },
  draw: 0,
  depth: 40,
};
const ask = (id: number, request: ExperimentRequest = kick): ToWorker => ({ type: "experiment", id, request });

function listen(s: ReturnType<typeof stage>) {
  const events = (id: number) =>
    s.heard.flatMap((m): ExperimentEvent[] => (m.type === "experiment" && m.id === id ? [m.event] : []));
  const ended = (id: number) =>
    s.until("experiment", (m) => m.id === id && m.event.kind !== "progress").then(({ event }) => event);
  return { events, ended };
}

describe("experiments", () => {
  it("run without a run, tell how far they are, and end with a result", async () => {
    const s = stage();
    const { events, ended } = listen(s);
    s.send(load, ask(7));
    expect(await ended(7)).toMatchObject({ kind: "done" });
    const progress = events(7).filter((event) => event.kind === "progress");
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
    expect(progress.at(-1)?.done).toBeLessThanOrEqual(progress.at(-1)?.total ?? 0);
    expect((await s.until("rate")).perSecond).toBeGreaterThan(0);
  });

  it("leave the main run as it is, and most of the time to it", async () => {
    const s = stage();
    const { events } = listen(s);
    s.send(load, start(1), { type: "goal", run: 1, k: 40 }, ask(7));
    await s.quiet();
    // By the clock of the stage a slice takes as long as an iteration of the run; three of four are to be the run's.
    const before = s.heard.slice(
      0,
      s.heard.findIndex(({ type }) => type === "ended"),
    );
    const slices = before.filter(({ type }) => type === "experiment").length;
    expect(slices).toBeGreaterThan(0);
    expect(slices).toBeLessThan(20);
    expect(events(7).at(-1)?.kind).toBe("done");
    const alone = stage();
    alone.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await alone.until("ended");
    expect(s.framesOf(1)).toEqual(alone.framesOf(1));
  });

  it("take turns", async () => {
    const s = stage();
    const { ended } = listen(s);
    s.send(load, ask(1), ask(2));
    await ended(1);
    await ended(2);
    const ids = s.heard.flatMap((m) => (m.type === "experiment" ? [m.id] : []));
    expect(ids.indexOf(2)).toBeLessThan(ids.lastIndexOf(1));
  });

  it("stop when they are cancelled, and give back what they held", async () => {
    const s = stage();
    const { events, ended } = listen(s);
    s.send(load);
    await s.until("ready");
    const before = tf.memory().numTensors;
    s.send(ask(7));
    await s.until("experiment", (m) => m.event.kind === "progress");
    s.send({ type: "cancel-experiment", id: 7 });
    expect(await ended(7)).toEqual({ kind: "cancelled" });
    const told = events(7).length;
    await s.quiet();
    expect(events(7)).toHaveLength(told);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("say what is wrong in words: no model, a state that is not there, a lost device", async () => {
    const s = stage();
    const { ended } = listen(s);
    s.send(ask(1));
    expect(await ended(1)).toMatchObject({ kind: "failed", message: /No model is loaded/ });
    const nudged = { ...kick, origin: { ...kick.origin, recipe: { ...recipe, nudges: 3 } } };
    s.send(load, ask(2, nudged));
    expect(await ended(2)).toMatchObject({ kind: "failed", message: /no longer there/ });
    s.send(ask(3));
    await s.until("experiment", (m) => m.id === 3);
    s.send({ type: "lose-device" });
    expect(await ended(3)).toMatchObject({ kind: "failed", message: /device was lost/ });
    await s.until("recovered");
    s.send(ask(4));
    expect((await ended(4)).kind).toBe("done");
  });

  it("take a nudged state from the run it belongs to", async () => {
    const s = stage();
    const { ended } = listen(s);
    const nudged = { ...recipe, nudges: 1 };
    s.send(load, start(1, { nudges: 1 }), { type: "goal", run: 1, k: 34 });
    await s.untilFrame(34);
    s.send(ask(1, { ...kick, origin: { recipe: nudged, trajectory: 1, k: 33 } }));
    expect((await ended(1)).kind).toBe("done");
  });

  it("wait where they stand while they are paused, and give back what they hold when they are cancelled there", async () => {
    const s = stage();
    const { events, ended } = listen(s);
    const puzzles = Array.from({ length: 14 }, (_, i) => ".".repeat(i) + "1".padEnd(81 - i, "."));
    const request = { kind: "evaluate", recipe: { ...recipe, depth: 6 }, select: "residual", puzzles } as const;
    s.send(load);
    await s.until("ready");
    const before = tf.memory().numTensors;
    s.send(ask(7, request));
    const answered = () =>
      events(7).flatMap((e) => (e.kind === "progress" && e.partial && "answers" in e.partial ? e.partial.answers : []));
    await s.until("experiment", (m) => m.event.kind === "progress");
    s.send({ type: "pause-experiment", id: 7, on: true });
    await s.quiet();
    const first = answered().length;
    expect(first).toBeLessThan(14);
    await s.quiet();
    expect(answered()).toHaveLength(first);
    s.send(ask(8));
    expect((await ended(8)).kind).toBe("done");
    s.send({ type: "pause-experiment", id: 7, on: false });
    expect((await ended(7)).kind).toBe("done");
    const indices = answered().map(({ index }) => index);
    expect(indices.sort((a, b) => a - b)).toEqual(puzzles.map((_, i) => i));

    s.send(ask(9, request), { type: "pause-experiment", id: 9, on: true });
    s.send({ type: "cancel-experiment", id: 9 });
    expect((await ended(9)).kind).toBe("cancelled");
    s.send(ask(10, request));
    await s.until("experiment", (m) => m.id === 10 && m.event.kind === "progress");
    s.send({ type: "cancel-experiment", id: 10 });
    expect((await ended(10)).kind).toBe("cancelled");
    await s.quiet();
    expect(tf.memory().numTensors).toBe(before);
  });
});
