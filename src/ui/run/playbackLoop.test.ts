import { describe, expect, it } from "vitest";
import { defaultRecipe, type Recipe } from "../../model/eqr/recipe/recipe";
import type { Frame } from "../../model/eqr/record/frame";
import { appendFrame, createRecord } from "../../model/eqr/record/record";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { createRunStore } from "../store/run";
import { createSettingsStore } from "../store/settings";
import { pause, play, seek } from "./playback";
import { createPlaybackLoop } from "./playbackLoop";

const recipe: Recipe = { ...defaultRecipe(".".repeat(81), "m"), breadth: 2, depth: 20 };

function frameOf(k: number, breadth: number): Frame {
  return {
    k,
    // The second start comes nearer to a fixed point than the first.
    residual: Float32Array.from({ length: breadth }, (_, t) => (k === 0 ? Number.NaN : 0.1 / (t + 1))),
    q: new Float32Array(breadth),
    coords: new Float32Array(breadth * 3),
    digits: new Uint8Array(breadth * 81).fill(1),
    confidence: new Uint8Array(breadth * 81),
  };
}

const SPENT = { iterations: 0, flop: 0, gpuMs: null };

/** A worker that answers at once, and a clock turned by hand. */
function stage() {
  const sent: ToWorker[] = [];
  let listener: (message: FromWorker) => void = () => {};
  let next: ((now: number) => void) | null = null;
  let now = 1000;
  let known = -1;
  const run = createRunStore();
  const settings = createSettingsStore();
  const reach = (id: number, k: number, breadth: number) => {
    const frames: Frame[] = [];
    while (known < k) frames.push(frameOf(++known, breadth));
    if (frames.length > 0) listener({ type: "frames", run: id, frames, beliefs: [], spent: SPENT });
  };
  let started: Recipe = recipe;
  const client = {
    send(message: ToWorker) {
      sent.push(message);
      if (message.type === "start") {
        started = message.recipe;
        known = -1;
        reach(message.run, 0, started.breadth);
      }
      if (message.type === "goal") reach(message.run, Math.min(message.k, started.depth), started.breadth);
    },
    subscribe(on: (message: FromWorker) => void) {
      listener = on;
      return () => {};
    },
  };
  const loop = createPlaybackLoop(client, run, settings, (callback) => {
    next = callback;
  });
  const frames = (count: number, milliseconds = 1000 / 60) => {
    for (let i = 0; i < count && next; i++) {
      const due = next;
      next = null;
      now += milliseconds;
      due(now);
    }
  };
  return {
    sent,
    run,
    settings,
    loop,
    frames,
    say: (message: FromWorker) => listener(message),
    idle: () => next === null,
  };
}

describe("the playback loop", () => {
  it("plays a run to its depth at the speed, then rests", () => {
    const { loop, frames, run, idle } = stage();
    loop.begin(recipe);
    frames(62);
    expect(run.getState().playback.cursor).toBeGreaterThanOrEqual(11);
    expect(run.getState().playback.cursor).toBeLessThanOrEqual(13);
    frames(90);
    expect(run.getState().playback).toMatchObject({ cursor: 20, playing: false });
    expect(idle()).toBe(true);
  });

  it("writes to the store once a frame, however much arrives", () => {
    const { loop, frames, run } = stage();
    loop.begin(recipe, { playing: false });
    frames(1);
    let writes = 0;
    run.subscribe(() => writes++);
    for (let k = 1; k <= 5; k++) loop.turn((playback) => ({ ...playback, goal: k }));
    const turns = writes;
    frames(1);
    expect(writes - turns).toBe(1);
  });

  it("draws every iteration, but tells only some ten times a second, and in the end all of it", () => {
    const { loop, frames, run, settings, idle } = stage();
    settings.setState({ speed: 60 });
    loop.begin({ ...recipe, depth: 1000 });
    frames(2);
    const seen = { views: new Set<unknown>(), textScene: new Set<unknown>() };
    run.subscribe(({ views, textScene }) => {
      seen.views.add(views);
      seen.textScene.add(textScene);
    });
    frames(120);
    expect(seen.views.size).toBeGreaterThan(100);
    expect(seen.textScene.size).toBeLessThanOrEqual(21);
    expect(seen.textScene.size).toBeGreaterThanOrEqual(15);
    loop.turn(pause);
    frames(1);
    expect(run.getState().textScene.cursor).toBe(run.getState().playback.cursor);
    frames(30);
    const { textScene, playback, views } = run.getState();
    expect(textScene).toMatchObject({ cursor: playback.cursor, views });
    expect(idle()).toBe(true);
  });

  it("leaves list and words alone while nothing new has come", () => {
    const { loop, frames, run, settings, say } = stage();
    settings.setState({ speed: 1 });
    loop.begin(recipe);
    frames(10);
    const { order, selections, textScene } = run.getState();
    frames(40);
    const now = run.getState();
    expect([now.order, now.selections, now.textScene]).toEqual([order, selections, textScene]);
    expect(now.order === order && now.selections === selections && now.textScene === textScene).toBe(true);
    // The same order once more is the same list, whatever else is new.
    say({ type: "frames", run: 1, frames: [frameOf(1, 2), frameOf(2, 2)], beliefs: [], spent: SPENT });
    frames(120);
    const later = run.getState();
    expect(later.selections).not.toBe(selections);
    frames(60);
    expect(run.getState().order).toBe(later.order);
  });

  it("rests after a picture that took long, as long as it took", () => {
    const { loop, frames, run, settings } = stage();
    settings.setState({ speed: 60 });
    loop.begin({ ...recipe, depth: 1000 });
    frames(3);
    let pictures = 0;
    run.subscribe(() => pictures++);
    // Each frame comes 80 ms after the one before: every second one draws.
    frames(20, 80);
    expect(pictures).toBeLessThanOrEqual(11);
    expect(pictures).toBeGreaterThanOrEqual(9);
  });

  it("stops at the iteration a link shows", () => {
    const { loop, frames, run } = stage();
    loop.begin(recipe, { playing: false, from: 9 });
    frames(30);
    expect(run.getState().playback).toMatchObject({ cursor: 9, playing: false });
    expect(run.getState().record?.frames.length).toBe(10);
  });

  it("computes as far as a link's run had gone, on its axes, and shows the iteration that the link shows", () => {
    const { loop, frames, run, sent } = stage();
    const window = { k: 17, flipped: [false, true, false] as const };
    loop.begin(recipe, { playing: false, from: 17, at: 9, window });
    frames(30);
    expect(sent).toContainEqual({ type: "start", run: 1, recipe, focus: 0, window });
    expect(run.getState().playback).toMatchObject({ cursor: 9, live: false, playing: false });
    expect(run.getState().record?.frames.length).toBe(18);
  });

  it("keeps the run before on the panels until the new one has something to show", () => {
    const { loop, frames, run, say } = stage();
    loop.begin(recipe, { playing: false, from: 5 });
    frames(2);
    const before = run.getState().record;
    loop.begin({ ...recipe, breadth: 0 });
    expect(run.getState().record).toBe(before);
    say({ type: "frames", run: 1, frames: [frameOf(6, 2)], beliefs: [], spent: SPENT });
    expect(before?.frames.length).toBe(6);
  });

  it("follows the best by the rule, and asks for the pictures of what is selected", () => {
    const { loop, frames, run, sent } = stage();
    loop.begin(recipe, { playing: false, from: 4 });
    frames(3);
    expect(run.getState().selected).toBe(1);
    expect(sent).toContainEqual({ type: "focus", run: 1, trajectory: 1 });
    expect(sent.filter(({ type }) => type === "inspect")).toEqual([{ type: "inspect", run: 1, trajectory: 1, k: 4 }]);
    loop.turn((playback, extent) => seek(playback, extent, 2));
    frames(3);
    expect(sent.filter(({ type }) => type === "inspect").at(-1)).toEqual({
      type: "inspect",
      run: 1,
      trajectory: 1,
      k: 2,
    });
  });

  it("does not count the time it rested", () => {
    const { loop, frames, run } = stage();
    loop.begin(recipe, { playing: false, from: 4 });
    frames(3);
    loop.turn(play);
    frames(2);
    expect(run.getState().playback.goal).toBe(4);
  });

  it("computes nothing while the page is out of sight, and goes on afterwards", () => {
    const { loop, frames, settings, sent } = stage();
    const goals = () => sent.flatMap((message) => (message.type === "goal" ? [message.k] : []));
    settings.setState({ speed: Number.POSITIVE_INFINITY });
    loop.begin(recipe);
    frames(2);
    expect(goals().at(-1)).toBe(recipe.depth);
    loop.hide(true);
    expect(goals().at(-1)).toBe(0);
    loop.hide(false);
    expect(goals().at(-1)).toBe(recipe.depth);
  });

  it("plays a known run from its start without the worker, which then computes it unseen", () => {
    const { loop, frames, run, sent, say } = stage();
    const known = createRecord({ ...recipe, depth: 10 });
    for (let k = 0; k <= 10; k++) appendFrame(known, frameOf(k, 2));
    known.end = { kind: "depth" };
    loop.show(known, 1, { playing: true });
    frames(30);
    expect(run.getState()).toMatchObject({ selected: 1, playback: { playing: true, live: false } });
    expect(run.getState().playback.cursor).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    loop.attach();
    expect(sent).toMatchObject([{ type: "start", recipe: known.recipe, known: 10 }]);
    say({ type: "frames", run: loop.run(), frames: [frameOf(10, 2)], beliefs: [], spent: SPENT });
    frames(120);
    expect(run.getState().playback).toMatchObject({ cursor: 10, playing: false });
    expect(run.getState().record?.frames).toHaveLength(11);
  });

  it("asks for the axes of a run that is wanted up to an iteration there, and early in any other", () => {
    const { loop, sent } = stage();
    loop.begin(recipe, { from: 9 });
    expect(sent[0]).toMatchObject({ type: "start", firstFit: 9 });
    loop.begin(recipe);
    expect(sent.at(-1)).not.toHaveProperty("firstFit");
  });
});
