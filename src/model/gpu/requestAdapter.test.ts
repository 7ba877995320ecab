import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Gpu, requestAdapter, requestDevice } from "./requestAdapter";

/** An adapter whose name alone matters. */
const ADAPTER = { features: new Set(["timestamp-query"]), limits: { maxBufferSize: 7 } } as unknown as GPUAdapter;

/** A navigator.gpu that answers so, one answer after the other, and how often it was asked. */
function fakeGpu(...answers: (GPUAdapter | null)[]) {
  const ask = vi.fn(async () => answers.shift() ?? null);
  return { gpu: { requestAdapter: ask } satisfies Gpu, ask };
}

/** What a promise comes to, with all timers run. */
async function settled<T>(promise: Promise<T>): Promise<T | string> {
  const outcome = promise.catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  return outcome;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("requestAdapter", () => {
  test("takes the first adapter that it is given", async () => {
    const { gpu, ask } = fakeGpu(ADAPTER);
    expect(await settled(requestAdapter(gpu))).toBe(ADAPTER);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test("asks again after null", async () => {
    const { gpu, ask } = fakeGpu(null, null, ADAPTER);
    expect(await settled(requestAdapter(gpu))).toBe(ADAPTER);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  test("gives up after some nulls, and says so", async () => {
    const { gpu, ask } = fakeGpu();
    expect(await settled(requestAdapter(gpu))).toMatch(/found no graphics adapter/);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  test("gives up on a browser that never answers", async () => {
    const silent = { requestAdapter: () => new Promise<null>(() => {}) };
    expect(await settled(requestAdapter(silent))).toMatch(
      /did not answer within 6 s when asked for a graphics adapter/,
    );
  });

  test("passes on the reason of a browser that refuses", async () => {
    const refusing = { requestAdapter: () => Promise.reject(new Error("The driver is on a blocklist.")) };
    expect(await settled(requestAdapter(refusing))).toBe("The driver is on a blocklist.");
  });
});

describe("requestDevice", () => {
  test("asks for the limits of the adapter, and for the clock where there is one", async () => {
    const ask = vi.fn(async () => "a device");
    const adapter = { ...ADAPTER, requestDevice: ask } as unknown as GPUAdapter;
    expect(await settled(requestDevice(adapter))).toBe("a device");
    expect(ask).toHaveBeenCalledWith({
      requiredFeatures: ["timestamp-query"],
      requiredLimits: expect.objectContaining({ maxBufferSize: 7 }),
    });
  });

  test("gives up on one that never comes", async () => {
    const adapter = { ...ADAPTER, requestDevice: () => new Promise(() => {}) } as unknown as GPUAdapter;
    expect(await settled(requestDevice(adapter))).toMatch(/asked for a graphics device/);
  });
});
