import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, expect, it } from "vitest";
import { startState } from "../eqr/noise/noise";
import type { FromWorker } from "./protocol";
import { load, stage, start } from "./stage.testing";

beforeAll(() => tf.setBackend("wasm"));

const ask = (k: number, trajectory = 1, run = 1) => ({ type: "state", run, trajectory, k }) as const;

it("answers every wish for a state in turn, and says where there is none", async () => {
  const { send, until, untilFrame, heard, quiet } = stage();
  send(load, start(1, { seed: 5 }), { type: "goal", run: 1, k: 6 });
  await untilFrame(6);
  send(ask(0), ask(3), ask(99), ask(2, 7), ask(1, 1, 42));
  await until("state", ({ trajectory }) => trajectory === 7);
  await quiet();
  const states = heard.filter((m): m is Extract<FromWorker, { type: "state" }> => m.type === "state");
  expect(states.map(({ k, trajectory, state }) => [k, trajectory, state?.length ?? null])).toEqual([
    [0, 1, 729 * 4],
    [3, 1, 729 * 4],
    [99, 1, null],
    [2, 7, null],
  ]);
  // z_0 is the shared noise, so a reader of the file can make it again.
  expect(states[0]?.state).toEqual(startState(5, 1, 729 * 4));
  expect(states[1]?.state).not.toEqual(states[0]?.state);
});

it("gives the same states after the device was lost", async () => {
  const { send, until, untilFrame, heard } = stage();
  send(load, start(1), { type: "goal", run: 1, k: 4 });
  await untilFrame(4);
  send(ask(4));
  const before = await until("state");
  send({ type: "lose-device" });
  await until("recovered");
  heard.splice(0);
  send(ask(4));
  const after = await until("state");
  const worst = Math.max(...(after.state ?? []).map((value, i) => Math.abs(value - (before.state?.[i] ?? Number.NaN))));
  expect(worst).toBeLessThan(1e-5);
});
