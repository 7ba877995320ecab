import { within } from "../timeLimit";

/** What a browser that has just started, or whose GPU process starts anew, is given. */
const PATIENCE = { tries: 4, pauseMs: 250, limitMs: 6000 } as const;

/** The part of navigator.gpu that is asked. */
export type Gpu = Pick<GPU, "requestAdapter">;

/**
 * Asks for a graphics adapter, and again where the answer is null: a browser whose GPU process has just been started gives
 * null first and the adapter a moment later. Throws an Error in words where there is none, or no answer in time.
 */
export async function requestAdapter(
  gpu: Gpu,
  patience: Partial<Record<keyof typeof PATIENCE, number>> = {},
): Promise<GPUAdapter> {
  const { tries, pauseMs, limitMs } = { ...PATIENCE, ...patience };
  const ask = async () => {
    for (let i = 0; i < tries; i++) {
      if (i > 0) await sleep(pauseMs * i);
      const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
      if (adapter) return adapter;
    }
    throw new Error("This browser has WebGPU but found no graphics adapter that it may use.");
  };
  return inTime(ask(), limitMs, "graphics adapter");
}

/** A device of the adapter with the limits that tfjs asks for. Throws an Error in words where none comes in time. */
export async function requestDevice(adapter: GPUAdapter, limitMs: number = PATIENCE.limitMs): Promise<GPUDevice> {
  const { limits, features } = adapter;
  return inTime(
    adapter.requestDevice({
      requiredFeatures: (["timestamp-query"] as const).filter((feature) => features.has(feature)),
      requiredLimits: {
        maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
        maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
        maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
        maxBufferSize: limits.maxBufferSize,
        maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
        maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
      },
    }),
    limitMs,
    "graphics device",
  );
}

function inTime<T>(answer: Promise<T>, limitMs: number, what: string): Promise<T> {
  return within(limitMs, answer, `The browser did not answer within ${limitMs / 1000} s when asked for a ${what}.`);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
