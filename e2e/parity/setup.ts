import "@tensorflow/tfjs-backend-webgpu";
import { env, ready, setBackend } from "@tensorflow/tfjs-core";
import type { BackendInfo, MapBackend } from "../../src/model/eqr/backend/backend";
import type { KernelBackend } from "../../src/model/eqr/kernels/kernelBackend";
import { type Model, weight } from "../../src/model/eqr/model/model";
import { randomModel } from "../../src/model/maps/relational/fixtures/randomModel";
import { createRelationalBackend } from "../../src/model/maps/relational/kernels/backend";
import { type Shape, SOFTWARE_SHAPE } from "../../src/model/maps/relational/kernels/shape";
import { digitsOf } from "../../src/model/tasks/sudoku/grid";

export const INFO: BackendInfo = { kind: "webgpu", device: "Google SwiftShader", whyNotWebgpu: null };

export const PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

export const INPUT = digitsOf(PUZZLE);

export async function startWebgpu(): Promise<void> {
  if (!(await setBackend("webgpu"))) throw new Error("WebGPU is not to be had in this browser.");
  await ready();
  env().set("WEBGPU_CPU_FORWARD", false);
}

let shape: Shape = SOFTWARE_SHAPE;

/** The shape of the kernels that the checks use from here on. */
export function useShape(next: Shape): void {
  shape = next;
}

/** The kernels of a model, of the shape in use or another. */
export function openKernels(model: Model, own: Shape = shape): Promise<KernelBackend> {
  return createRelationalBackend(model, INFO, own);
}

/** The same model, its halting logits moved by a number. */
export function withQMoved(model: Model, by: number): Model {
  const bias = weight(model, "q_bias");
  return { ...model, tensors: new Map(model.tensors).set("q_bias", { ...bias, data: bias.data.map((q) => q + by) }) };
}

/** Runs something with the kernels of a random model, and disposes them. */
export async function withKernels<T>(
  use: (backend: MapBackend, model: Model) => Promise<T>,
  { d = 32, model = randomModel({ d }), shape: own }: { d?: number; model?: Model; shape?: Shape | undefined } = {},
): Promise<T> {
  const backend = await openKernels(model, own);
  try {
    return await use(backend, model);
  } finally {
    backend.dispose();
  }
}
