import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { MapBackend } from "../eqr/backend/backend";
import { nudgeEvents } from "../eqr/nudges/nudgeRecord";
import { load, recordOf, stage, start } from "./stage.testing";

beforeAll(() => tf.setBackend("wasm"));

describe("when the device is lost", () => {
  it("sets it up again and goes on from the last frame sent", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await s.untilFrame(20);
    s.send({ type: "lose-device" });
    expect((await s.until("lost")).message).toMatch(/lost \(tested\).*set up again/);
    expect((await s.until("recovered")).backend.kind).toBe("webgpu");
    await s.until("ended");
    expect(s.opened).toHaveLength(2);
    const undisturbed = stage();
    undisturbed.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await undisturbed.until("ended");
    const bare = (frames: ReturnType<typeof s.framesOf>) => frames.map(({ coords: _, ...rest }) => rest);
    expect(bare(s.framesOf(1))).toEqual(bare(undisturbed.framesOf(1)));
    // The page is told the axes of the new device before the frames that lie on them, under a new number.
    const record = recordOf(s.heard, 1);
    expect(record.basis?.id).toBe(3);
    expect(record.frames.every(({ coords }) => coords.every(Number.isFinite))).toBe(true);
  });

  it("finds the hypotheses again that stood", async () => {
    const s = stage();
    s.send(load, start(1, { nudges: 1 }), { type: "goal", run: 1, k: 40 });
    await s.untilFrame(34);
    s.send({ type: "lose-device" });
    await s.until("ended");
    expect(s.opened).toHaveLength(2);
    const undisturbed = stage();
    undisturbed.send(load, start(1, { nudges: 1 }), { type: "goal", run: 1, k: 40 });
    await undisturbed.until("ended");
    const marks = (frames: ReturnType<typeof s.framesOf>) => frames.map(({ hypotheses, q }) => ({ hypotheses, q }));
    expect(marks(s.framesOf(1))).toEqual(marks(undisturbed.framesOf(1)));
    expect(nudgeEvents(recordOf(s.heard, 1), 1)).toMatchObject([{ kind: "hypothesis", k: 32 }]);
  });

  it.each<[string, () => Promise<never>]>([
    ["does not wait for work that the lost device will never finish", () => new Promise(() => {})],
    [
      "takes an error for the loss that is announced right after it",
      () => Promise.reject(new Error("mapAsync failed")),
    ],
  ])("%s", async (_, failing) => {
    let gone = false;
    let tried = () => {};
    const trying = new Promise<void>((resolve) => {
      tried = resolve;
    });
    const changes = (backend: MapBackend): Partial<MapBackend> => ({
      read(summaries) {
        if (!gone) return backend.read(summaries);
        tried();
        return failing();
      },
    });
    const s = stage({ changes });
    s.send(load, start(1));
    await s.untilFrame(0);
    gone = true;
    s.send({ type: "goal", run: 1, k: 3 });
    await trying;
    gone = false;
    s.send({ type: "lose-device" });
    await s.untilFrame(3);
    expect(s.framesOf(1).map(({ k }) => k)).toEqual([0, 1, 2, 3]);
    expect(s.heard.some((m) => m.type === "failed")).toBe(false);
    expect(s.opened).toHaveLength(2);
  });

  it("falls to WebAssembly after a second loss within a minute, not after a later one", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 2 });
    await s.untilFrame(2);
    s.send({ type: "lose-device" });
    await s.until("recovered");
    s.advance(100_000);
    s.send({ type: "lose-device" });
    await s.until("recovered", (m) => m.backend.kind === "webgpu" && s.opened.length === 3);
    s.send({ type: "lose-device" });
    const { backend } = await s.until("recovered", (m) => m.backend.kind === "wasm");
    expect(backend.whyNotWebgpu).toMatch(/twice within a minute/);
    s.send({ type: "lose-device" });
    await s.until("lost", (m) => m.message.startsWith("The computation was interrupted"));
    expect((await s.until("recovered", () => s.opened.length === 5)).type).toBe("recovered");
    expect(s.opened.at(-1)?.whyNotWebgpu).toBe(backend.whyNotWebgpu);
    s.send({ type: "goal", run: 1, k: 5 });
    await s.untilFrame(5);
    expect(s.framesOf(1).map(({ k }) => k)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("goes on where the new device is lost as well, before the run has caught up on it", async () => {
    let opens = 0;
    const changes = () => {
      if (++opens === 2) s.loseNow();
      return {};
    };
    const s = stage({ changes });
    s.send(load, start(1), { type: "goal", run: 1, k: 12 });
    await s.untilFrame(5);
    s.send({ type: "lose-device" });
    const { backend } = await s.until("recovered");
    expect(backend).toMatchObject({ kind: "wasm", whyNotWebgpu: expect.stringMatching(/twice within a minute/) });
    await s.untilFrame(12);
    expect(s.framesOf(1).map(({ k }) => k)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(s.heard.filter(({ type }) => type === "recovered")).toHaveLength(1);
    expect(s.heard.some(({ type }) => type === "failed")).toBe(false);
  });

  it("recovers without a run, and takes a start that comes meanwhile", async () => {
    const s = stage();
    s.send(load);
    await s.until("ready");
    s.send({ type: "lose-device" });
    await s.until("lost");
    s.send(start(7));
    await s.untilFrame(0, 7);
    await s.until("recovered");
    expect(s.heard.filter((m) => m.type === "recovered")).toHaveLength(1);
  });

  it("can still look at past iterations afterwards", async () => {
    const s = stage();
    s.send(load, start(1), { type: "goal", run: 1, k: 40 });
    await s.until("ended");
    s.send({ type: "lose-device" }, { type: "inspect", run: 1, trajectory: 0, k: 33 });
    expect((await s.until("beliefs")).beliefs).toMatchObject({ trajectory: 0, k: 33 });
    await s.quiet();
    expect(s.heard.filter((m) => m.type === "ended")).toHaveLength(1);
  });
});
