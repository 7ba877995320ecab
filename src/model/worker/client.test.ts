import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createClient } from "./client";
import type { FromWorker, ToWorker } from "./protocol";

const LOAD: ToWorker = { type: "load", model: "m", weightsUrl: "w/", wasmUrls: {}, backend: "auto" };

/** A worker that does what the test says. */
class FakeWorker extends EventTarget {
  readonly received: ToWorker[] = [];
  terminated = false;
  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  fault(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const refresh = vi.fn(() => Promise.resolve());
  const client = createClient({
    makeWorker() {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    refresh,
  });
  const heard: FromWorker[] = [];
  client.subscribe((message) => heard.push(message));
  return { client, workers, heard, refresh };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("makes a new worker at each try after one whose program could not be loaded, past the browser's cache", async () => {
  const { client, workers, heard, refresh } = setUp();
  client.send(LOAD);
  for (const attempt of [0, 1, 2]) {
    workers[attempt]?.fault("");
    expect(heard.at(-1)).toMatchObject({ type: "failed", during: "load", message: expect.stringMatching(/Try again/) });
    expect(workers[attempt]?.terminated).toBe(true);
    client.send(LOAD);
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(refresh).toHaveBeenCalledTimes(3);
  expect(workers.map(({ received }) => received)).toEqual([[LOAD], [LOAD], [LOAD], [LOAD]]);
});

it("makes a new worker where a part that the worker loads later has failed", async () => {
  const { client, workers } = setUp();
  client.send(LOAD);
  workers[0]?.say({ type: "failed", during: "load", message: "Failed to fetch dynamically imported module." });
  client.send(LOAD);
  await vi.advanceTimersByTimeAsync(0);
  expect(workers).toHaveLength(2);
});

it("starts the new worker although its program cannot be refreshed, and gives it what was sent meanwhile", async () => {
  const { client, workers, refresh } = setUp();
  refresh.mockReturnValue(new Promise(() => {}));
  client.send(LOAD);
  workers[0]?.fault("");
  client.send(LOAD);
  client.send({ type: "lose-device" });
  expect(workers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(workers[1]?.received.map(({ type }) => type)).toEqual(["load", "lose-device"]);
});

it("says so where no worker may be made", () => {
  const client = createClient({
    makeWorker: () => {
      throw new DOMException("Script at 'file:///x.js' cannot be accessed from origin 'null'.", "SecurityError");
    },
    refresh: () => Promise.reject(new TypeError("Failed to fetch")),
  });
  const heard: FromWorker[] = [];
  client.subscribe((message) => heard.push(message));
  client.send(LOAD);
  expect(heard).toEqual([
    { type: "failed", during: "load", message: expect.stringMatching(/may not be started here .*SecurityError/) },
  ]);
});

it("keeps the worker for another model, and after a run that failed", () => {
  const { client, workers } = setUp();
  client.send(LOAD);
  workers[0]?.say({ type: "failed", during: "run", message: "There was not enough memory for this run." });
  client.send({ ...LOAD, model: "other" });
  expect(workers).toHaveLength(1);
});

it("says that a worker has stopped, and starts another when asked to load", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  workers[0]?.say({ type: "loading", loaded: 1, total: 2 });
  workers[0]?.fault("out of memory");
  expect(heard.at(-1)).toMatchObject({
    type: "failed",
    during: "run",
    message: expect.stringMatching(/stopped \(out/),
  });
  client.send({ type: "goal", run: 1, k: 4 });
  client.send(LOAD);
  await vi.advanceTimersByTimeAsync(0);
  workers[0]?.say({ type: "loading", loaded: 2, total: 2 });
  expect(heard).toHaveLength(2);
  expect(workers).toHaveLength(2);
});

it("gives a silent worker up after its time, while it loads and when a run should begin", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  vi.advanceTimersByTime(110_000);
  workers[0]?.say({ type: "loading", loaded: 1, total: 2 });
  vi.advanceTimersByTime(110_000);
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(20_000);
  expect(heard.at(-1)).toMatchObject({
    type: "failed",
    during: "load",
    message: expect.stringMatching(/not answered/),
  });

  client.send(LOAD);
  await vi.advanceTimersByTimeAsync(0);
  workers[1]?.say({ type: "rate", perSecond: 4 });
  vi.advanceTimersByTime(1e6);
  expect(heard).toHaveLength(3);
  client.send({ type: "start", run: 1, recipe: {} as never, focus: 0 });
  vi.advanceTimersByTime(130_000);
  expect(heard.at(-1)).toMatchObject({ type: "failed", during: "run" });
  expect(workers[1]?.terminated).toBe(true);
});

it("passes a message to every listener, whatever one of them throws", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  const { client, workers, heard } = setUp();
  client.subscribe(() => {
    throw new Error("a listener's fault");
  });
  const later: FromWorker[] = [];
  client.subscribe((message) => later.push(message));
  client.send(LOAD);
  workers[0]?.say({ type: "rate", perSecond: 4 });
  expect([heard.length, later.length, report.mock.calls.length]).toEqual([1, 1, 1]);
  vi.unstubAllGlobals();
});

const START = { type: "start", run: 3, recipe: {}, focus: 0 } as unknown as ToWorker;
const frames = (k: number) => ({ type: "frames", run: 3, frames: [{ k }], beliefs: [] }) as unknown as FromWorker;

it("gives up a worker that falls silent in the middle of a run, and says so", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  client.send(START);
  client.send({ type: "goal", run: 3, k: 40 });
  workers[0]?.say(frames(7));
  await vi.advanceTimersByTimeAsync(60_000);
  workers[0]?.say(frames(8));
  await vi.advanceTimersByTimeAsync(60_000);
  // A new goal does not give it more time.
  client.send({ type: "goal", run: 3, k: 50 });
  expect(heard.at(-1)).toMatchObject({ type: "frames" });
  await vi.advanceTimersByTimeAsync(61_000);
  expect(heard.at(-1)).toMatchObject({
    type: "failed",
    during: "run",
    message: expect.stringMatching(/not answered for 2 minutes.*goes on from its last/),
  });
  expect(workers[0]?.terminated).toBe(true);
});

it("waits for ever on a worker that owes nothing: paused, at its goal, or at its end", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  client.send(START);
  workers[0]?.say(frames(0));
  await vi.advanceTimersByTimeAsync(1_000_000);
  client.send({ type: "goal", run: 3, k: 8 });
  workers[0]?.say(frames(8));
  await vi.advanceTimersByTimeAsync(1_000_000);
  client.send({ type: "goal", run: 3, k: 40 });
  workers[0]?.say({ type: "ended", run: 3, end: { kind: "settled" } });
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(heard.map(({ type }) => type)).toEqual(["frames", "frames", "ended"]);
});

it("does not take an hour that the tab slept for silence", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  client.send(START);
  client.send({ type: "goal", run: 3, k: 40 });
  workers[0]?.say(frames(7));
  await vi.advanceTimersByTimeAsync(10_000);
  // Asleep: time passes, and no timer fires until the tab is awake again.
  const before = performance.now();
  const now = vi.spyOn(performance, "now").mockImplementation(() => before + 3_600_000);
  await vi.advanceTimersByTimeAsync(2000);
  now.mockRestore();
  expect(heard.at(-1)).toMatchObject({ type: "frames" });
  workers[0]?.say(frames(40));
  expect(workers[0]?.terminated).toBe(false);
});

it("waits for no word from a worker that computes again what the page has", async () => {
  const { client, workers, heard } = setUp();
  client.send(LOAD);
  workers[0]?.say({ type: "ready" } as unknown as FromWorker);
  heard.length = 0;
  client.send({ ...START, known: 77 } as ToWorker);
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(heard).toEqual([]);
  expect(workers[0]?.terminated).toBe(false);
});
