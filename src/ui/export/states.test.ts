import { expect, it } from "vitest";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { collectStates } from "./states";

function fakeClient(answer: (message: Extract<ToWorker, { type: "state" }>) => FromWorker | null) {
  const listeners = new Set<(message: FromWorker) => void>();
  const tell = (message: FromWorker) => {
    for (const listener of [...listeners]) listener(message);
  };
  let run = 7;
  return {
    listeners,
    changeRun: () => {
      run++;
      tell({ type: "rate", perSecond: 1 });
    },
    loop: { run: () => run },
    client: {
      send(message: ToWorker) {
        const reply = message.type === "state" ? answer(message) : null;
        if (reply) queueMicrotask(() => tell(reply));
      },
      subscribe(listener: (message: FromWorker) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

const progress = (seen: number[] = []) => {
  const abort = new AbortController();
  return { abort, signal: abort.signal, onProgress: (done: number) => void seen.push(done) };
};

it("asks for one state after the other, in order, and leaves no listener behind", async () => {
  const parts = fakeClient(({ type, ...place }) => ({
    type,
    ...place,
    state: Float32Array.of(place.k, place.trajectory),
  }));
  const seen: number[] = [];
  const states = await collectStates(parts, 3, [0, 4, 8], progress(seen));
  expect(states.map((state) => [...state])).toEqual([
    [0, 3],
    [4, 3],
    [8, 3],
  ]);
  expect(seen).toEqual([1, 2, 3]);
  expect(parts.listeners.size).toBe(0);
});

it.each([
  ["the run changes", (parts: ReturnType<typeof fakeClient>) => parts.changeRun(), /run has changed/],
  ["it is cancelled", (_: unknown, abort: AbortController) => abort.abort(), /abort/i],
])("gives up when %s", async (_, happens, words) => {
  const parts = fakeClient(() => null);
  const { abort, ...rest } = progress();
  const work = collectStates(parts, 0, [0], rest);
  happens(parts, abort);
  await expect(work).rejects.toThrow(words);
  expect(parts.listeners.size).toBe(0);
});

it("says which state is gone", async () => {
  const parts = fakeClient(({ type, ...place }) => ({ type, ...place, state: null }));
  await expect(collectStates(parts, 0, [5], progress())).rejects.toThrow(/Iteration 5/);
});
