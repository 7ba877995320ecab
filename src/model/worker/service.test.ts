import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { MapBackend } from "../eqr/backend/backend";
import type { ToWorker } from "./protocol";
import { load, recordOf, stage, start } from "./stage.testing";

beforeAll(() => tf.setBackend("wasm"));

describe("loading", () => {
  it("tells of its progress and then what it runs on", async () => {
    const { send, until, opened } = stage();
    send(load);
    expect(await until("ready")).toMatchObject({ backend: { kind: "webgpu" }, card: { name: "random" } });
    expect(await until("loading", (m) => m.loaded === m.total)).toBeDefined();
    expect(opened).toHaveLength(1);
  });

  it("says in words what is missing, and can be tried again", async () => {
    const { send, until, heard } = stage();
    send({ ...load, model: "absent" });
    expect((await until("failed")).message).toMatch(/model card at w\/absent.json is not there/);
    send(start(1));
    expect((await until("failed", (m) => m.message.startsWith("No model"))).during).toBe("load");
    send(load);
    await until("ready");
    expect(heard.filter((m) => m.type === "failed")).toHaveLength(2);
  });

  it("keeps only the last of several wishes", async () => {
    const { send, until, quiet, heard } = stage();
    send(load, { ...load, model: "absent" }, { ...load, backend: "wasm" });
    expect((await until("ready")).backend.kind).toBe("wasm");
    await quiet();
    expect(heard.filter((m) => m.type === "ready" || m.type === "failed")).toHaveLength(1);
  });
});

describe("running", () => {
  it("sends iteration 0 at once and computes to the goal, no further", async () => {
    const { send, untilFrame, framesOf, quiet } = stage();
    send(load, start(1));
    await untilFrame(0);
    await quiet();
    expect(framesOf(1)).toHaveLength(1);
    send({ type: "goal", run: 1, k: 6 });
    await untilFrame(6);
    await quiet();
    expect(framesOf(1).map(({ k }) => k)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("makes a record: frames in order, axes as it grows, an end", async () => {
    const { send, until, heard } = stage();
    send(load, start(1), { type: "goal", run: 1, k: 4096 });
    await until("ended");
    const record = recordOf(heard, 1);
    expect(record.frames).toHaveLength(41);
    expect(record.end).toEqual({ kind: "depth" });
    expect(record.basis?.id).toBe(2);
    expect(record.frames.every(({ coords }) => coords.every(Number.isFinite))).toBe(true);
  });

  it("makes more iterations at once on a fast device, with beliefs of the last only", async () => {
    const slow = stage({ cost: 30 });
    slow.send(load, start(1, {}, 1), { type: "goal", run: 1, k: 3 });
    const one = await slow.untilFrame(3);
    expect(one.frames).toHaveLength(1);
    expect(one.beliefs).toMatchObject([{ trajectory: 1, k: 3 }]);
    const fast = stage({ cost: 1 });
    fast.send(load, start(1), { type: "goal", run: 1, k: 40 });
    const many = await fast.untilFrame(40);
    expect(many.frames.length).toBeGreaterThan(4);
    expect(many.beliefs).toMatchObject([{ trajectory: 0, k: 40 }]);
  });

  it("looks into a state when asked, and keeps only the latest such wish", async () => {
    const { send, until, untilFrame, quiet, heard } = stage();
    send(load, start(1), { type: "goal", run: 1, k: 6 });
    await untilFrame(6);
    send(
      { type: "dissect", run: 1, trajectory: 0, k: 2 },
      { type: "dissect", run: 1, trajectory: 1, k: 99 },
      { type: "dissect", run: 1, trajectory: 1, k: 5 },
    );
    const { anatomy } = await until("anatomy");
    expect(anatomy).toMatchObject({ trajectory: 1, k: 5, axes: { ks: [1, 2, 4] } });
    expect(anatomy?.logits.every(Number.isFinite)).toBe(true);
    await quiet();
    expect(heard.filter(({ type }) => type === "anatomy")).toHaveLength(1);
  });

  it("drops a run for another one even in the middle of a tick", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await s.untilFrame(5);
    s.send(start(2, { seed: 99 }), { type: "goal", run: 2, k: 3 }, { type: "goal", run: 1, k: 40 });
    const before = s.heard.length;
    await s.untilFrame(3, 2);
    await s.quiet();
    expect(s.heard.slice(before).every((m) => "run" in m && m.run === 2)).toBe(true);
    expect(s.framesOf(2).map(({ k }) => k)).toEqual([0, 1, 2, 3]);
    const fresh = stage();
    fresh.send(load, start(1, { seed: 99 }), { type: "goal", run: 1, k: 3 });
    await fresh.untilFrame(3);
    expect(s.framesOf(2)).toEqual(fresh.framesOf(1));
  });

  it("pauses when the goal is taken back", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await s.untilFrame(3);
    s.send({ type: "goal", run: 1, k: 0 });
    await s.quiet();
    expect(s.framesOf(1).length).toBeLessThan(10);
  });

  it("answers the latest wish to inspect while it runs, and none that cannot be met", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await s.untilFrame(8);
    const inspect = (trajectory: number, k: number): ToWorker => ({ type: "inspect", run: 1, trajectory, k });
    s.send(inspect(0, 1), inspect(0, 2), inspect(1, 5));
    await s.until("ended");
    s.send(inspect(0, 500));
    await s.quiet();
    const answers = s.heard.flatMap((m) => (m.type === "beliefs" ? [m.beliefs] : []));
    expect(answers).toMatchObject([{ trajectory: 1, k: 5 }]);
    expect(answers[0]?.softmax).toHaveLength(729);
  });

  it("follows the focus", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 2 });
    await s.untilFrame(2);
    s.send({ type: "focus", run: 1, trajectory: 1 }, { type: "goal", run: 1, k: 3 });
    expect((await s.untilFrame(3)).beliefs).toMatchObject([{ trajectory: 1 }]);
  });

  it("leaves the axes alone while frozen, and fits them when asked", async () => {
    const s = stage();
    s.send(load, start(1), { type: "autofit", run: 1, on: false }, { type: "goal", run: 1, k: 40 });
    await s.until("ended");
    await s.quiet();
    expect(s.heard.some((m) => m.type === "basis")).toBe(false);
    s.send({ type: "refit", run: 1 });
    expect((await s.until("basis")).reprojection.basis).toMatchObject({ id: 1, toK: 40 });
  });

  it("computes what the page knows already without sending it, and then goes on from there", async () => {
    const s = stage();
    s.send(load, { ...start(1), known: 24 } as ToWorker, { type: "goal", run: 1, k: 24 });
    s.send({ type: "inspect", run: 1, trajectory: 1, k: 24 });
    expect((await s.until("basis")).reprojection.basis).toMatchObject({ id: 1, toK: 24 });
    expect((await s.until("beliefs")).beliefs).toMatchObject({ trajectory: 1, k: 24 });
    expect(s.framesOf(1)).toEqual([]);
    s.send({ type: "goal", run: 1, k: 40 });
    await s.until("ended");
    expect(s.framesOf(1)[0]?.k).toBe(25);
    const whole = stage();
    whole.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await whole.until("ended");
    expect(s.framesOf(1).at(-1)?.digits).toEqual(whole.framesOf(1).at(-1)?.digits);
  });

  it("says what is wrong with a recipe, a model or a device, and takes the next run", async () => {
    let broken = false;
    const changes = (backend: MapBackend): Partial<MapBackend> => ({
      start: (...where) => {
        if (broken) throw new Error("out of memory");
        return backend.start(...where);
      },
    });
    const s = stage({ changes });
    s.send(load, start(1, { breadth: 0 }));
    expect((await s.until("failed")).message).toMatch(/Breadth must be/);
    s.send(start(2, { model: "other" }));
    await s.until("failed", (m) => /asks for the model "other"/.test(m.message));
    broken = true;
    s.send(start(3));
    await s.until("failed", (m) => m.during === "run" && /Lower the breadth/.test(m.message));
    broken = false;
    s.send(start(4));
    await s.untilFrame(0, 4);
  });
});
