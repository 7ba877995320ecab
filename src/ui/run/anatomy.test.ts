import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { createRecord } from "../../model/eqr/record/record";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { fakeAnatomy } from "../../viz/testing";
import { createRunStore } from "../store/run";
import { createAnatomyFeed } from "./anatomy";

function stage() {
  const sent: ToWorker[] = [];
  let say = (_: FromWorker) => {};
  let number = 1;
  const client = {
    send: (message: ToWorker) => void sent.push(message),
    subscribe(listener: (message: FromWorker) => void) {
      say = listener;
      return () => {};
    },
  };
  const runs = createRunStore();
  const feed = createAnatomyFeed(client, { run: () => number }, runs);
  return {
    sent,
    feed,
    runs,
    say: (message: FromWorker) => say(message),
    begin(run: number) {
      number = run;
    },
    show: () => runs.setState({ record: createRecord(defaultRecipe(".".repeat(81), "m")) }),
    seek: (cursor: number) => runs.setState(({ playback }) => ({ playback: { ...playback, cursor } })),
    answer: (trajectory: number, k: number, run = 1) =>
      say({ type: "anatomy", run, anatomy: fakeAnatomy({ trajectory, k }) }),
  };
}

it("asks for nothing until someone watches", () => {
  const { sent, feed, show, seek } = stage();
  show();
  seek(3);
  expect(sent).toEqual([]);
  const stop = feed.watch();
  expect(sent).toEqual([{ type: "dissect", run: 1, trajectory: 0, k: 3 }]);
  stop();
  seek(9);
  expect(sent).toHaveLength(1);
});

it("asks for one state at a time, and then for where the cursor has come to", () => {
  const { sent, feed, show, seek, answer } = stage();
  show();
  feed.watch();
  for (const k of [1, 2, 3]) seek(k);
  expect(sent).toHaveLength(1);
  answer(0, 0);
  expect(feed.store.getState().latest?.k).toBe(0);
  expect(sent.at(-1)).toEqual({ type: "dissect", run: 1, trajectory: 0, k: 3 });
  answer(0, 3);
  expect(sent).toHaveLength(2);
});

it("forgets the run before, and waits for the first frame of the next", () => {
  const { sent, feed, show, seek, answer, begin } = stage();
  show();
  feed.watch();
  begin(2);
  seek(7);
  answer(0, 0, 1);
  expect(sent).toHaveLength(1);
  show();
  expect(feed.store.getState().latest).toBeNull();
  expect(sent.at(-1)).toMatchObject({ run: 2, k: 7 });
  answer(0, 7, 1);
  expect(feed.store.getState().latest).toBeNull();
});

it("asks again after the device was lost with the wish", () => {
  const { sent, feed, show, say } = stage();
  show();
  feed.watch();
  say({ type: "recovered", backend: { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } });
  expect(sent).toHaveLength(2);
});

it("says where the map offers no look into its states", () => {
  const { feed, show, say } = stage();
  show();
  feed.watch();
  say({ type: "anatomy", run: 1, anatomy: null });
  expect(feed.store.getState()).toEqual({ latest: null, opaque: true });
});
