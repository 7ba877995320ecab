import type { Ground, Roof } from "../protocol";
import { probeWasm } from "./wasmProbe";
import { createWebgpuProbe } from "./webgpuProbe";

export type Roofs = Readonly<Record<Ground, Roof | null>>;

/**
 * Measures both grounds; every call measures again and gives the best so far, for whatever else the machine does can only
 * lower a rate. `device` is null where there is no WebGPU.
 */
export async function createRoofs(device: GPUDevice | null): Promise<() => Promise<Roofs>> {
  const gpu = device ? await createWebgpuProbe(device) : null;
  let best: Roofs = { webgpu: null, wasm: null };
  return async () => {
    best = {
      webgpu: better(best.webgpu, gpu ? await gpu.measure() : null),
      wasm: better(best.wasm, probeWasm()),
    };
    return best;
  };
}

function better(a: Roof | null, b: Roof | null): Roof | null {
  if (!a || !b) return a ?? b;
  return { gflops: Math.max(a.gflops, b.gflops), gbytes: Math.max(a.gbytes, b.gbytes) };
}
