import { expect, it } from "vitest";
import { recordOf } from "../../model/eqr/fixtures/record";
import { addBeliefs, beliefKey } from "../../model/eqr/record/record";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { collectBeliefs } from "./beliefs";

function stage(answers: boolean) {
  const record = recordOf({ breadth: 2, depth: 4 }, () => ({}));
  const asked: number[] = [];
  const listeners = new Set<(message: FromWorker) => void>();
  const client = {
    subscribe: (listener: (message: FromWorker) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message: ToWorker) => {
      if (message.type !== "inspect") return;
      asked.push(message.k);
      queueMicrotask(() => {
        if (answers) addBeliefs(record, { trajectory: message.trajectory, k: message.k, softmax: new Uint8Array(729) });
        for (const listener of listeners) listener({ type: "rate", perSecond: 1 });
      });
    },
  };
  return { record, asked, client, listeners };
}

it("asks for what is missing, one after the other", async () => {
  const { record, asked, client, listeners } = stage(true);
  addBeliefs(record, { trajectory: 1, k: 2, softmax: new Uint8Array(729) });
  await collectBeliefs({ client, loop: { run: () => 7 } }, record, 1, [0, 2, 4], new AbortController().signal);
  expect(asked).toEqual([0, 4]);
  expect(record.beliefs.has(beliefKey(1, 4))).toBe(true);
  expect(listeners.size).toBe(0);
});

it("does not wait for a run that is not there any more, nor for a film that is not wanted", async () => {
  const { record, asked, client } = stage(false);
  let run = 7;
  const loop = { run: () => run++ };
  await collectBeliefs({ client, loop }, record, 1, [0, 2], new AbortController().signal);
  expect(asked).toEqual([0]);
  const aborted = AbortSignal.abort();
  await expect(collectBeliefs({ client, loop }, record, 1, [0], aborted)).rejects.toThrow();
});
