/**
 * Sets up tfjs: WebGPU with our own kernels where there is a device, WebAssembly with the reference map anywhere else.
 * What a visitor's browser does not need is not loaded.
 */
import * as tf from "@tensorflow/tfjs-core";
import type { BackendChoice, BackendInfo, KernelShape, MapBackend } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import type { Model } from "../eqr/model/model";
import { describeAdapter, isSoftware } from "../gpu/adapter";
import { type BufferPool, trimPool } from "../gpu/bufferPool";
import { requestAdapter, requestDevice } from "../gpu/requestAdapter";

export interface OpenBackend {
  readonly backend: MapBackend;
  /** Resolves with the reason, in words, once the device is gone. */
  readonly lost: Promise<string>;
  /** Destroys the device, as a driver reset would. */
  loseDevice(): void;
  close(): void;
}

export interface OpenRequest {
  readonly model: Model;
  readonly choice: BackendChoice;
  /** File name -> address of tfjs's wasm binaries; empty where tfjs finds them itself (Node). */
  readonly wasmUrls: Readonly<Record<string, string>>;
  /** Why WebGPU is not to be used, where someone else has decided that. */
  readonly whyNotWebgpu?: string | undefined;
  /** By device, the shape of the kernels that was measured to be the fastest there. */
  readonly shapes?: Readonly<Record<string, KernelShape>> | undefined;
}

/** Opens WebGPU or, where that is not wanted or not to be had, WebAssembly. Throws an Error in words when neither works. */
export async function openBackend({
  model,
  choice,
  wasmUrls,
  whyNotWebgpu,
  shapes = {},
}: OpenRequest): Promise<OpenBackend> {
  if (choice === "wasm") return openWasm(model, wasmUrls, whyNotWebgpu ?? "WebAssembly was asked for.");
  try {
    return await openWebgpu(model, shapes);
  } catch (error) {
    return openWasm(model, wasmUrls, error instanceof Error ? error.message : String(error));
  }
}

async function openWasm(model: Model, urls: OpenRequest["wasmUrls"], whyNotWebgpu: string): Promise<OpenBackend> {
  refuseWithoutWebAssembly();
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  if (Object.keys(urls).length > 0) setWasmPaths({ ...urls });
  // tfjs 4.22's binary with threads starts eight of them and uses one, whatever is asked for (tfjs issue 8513): tried on a
  // page that is cross-origin isolated, getThreadsCount() gives 1. It would also need script-src blob: in the page's policy.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend("wasm").catch(() => false)))
    throw new Error("Neither WebGPU nor WebAssembly could be set up. Try another browser, or reload the page.");
  const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  const info: BackendInfo = {
    kind: "wasm",
    device: `WebAssembly, ${simd ? "SIMD" : "no SIMD"}, 1 thread`,
    whyNotWebgpu,
  };
  return opened(createReferenceBackend(model, info), null);
}

/** tfjs only says that it did not work. The smallest module there is shows whether any may be compiled. */
function refuseWithoutWebAssembly(): void {
  if (typeof WebAssembly !== "object")
    throw new Error("This browser has neither WebGPU nor WebAssembly, or both are switched off. Try another browser.");
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      /content security policy|unsafe-eval/i.test(why)
        ? "The host of this page forbids WebAssembly: its Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src. A browser with WebGPU needs no such permission."
        : `WebAssembly could not be set up (${why.slice(0, 200)}). Try another browser, or reload the page.`,
    );
  }
}

async function openWebgpu(model: Model, shapes: Readonly<Record<string, KernelShape>>): Promise<OpenBackend> {
  // Asked for here as well as in tfjs, because tfjs does not say what went wrong.
  const gpu = globalThis.navigator?.gpu;
  if (!gpu)
    throw new Error(
      globalThis.isSecureContext
        ? "This browser has no WebGPU, or it is switched off."
        : "Browsers offer WebGPU only to pages served over https.",
    );
  const adapter = await requestAdapter(gpu);
  const { device, bufferManager } = await initialiseWebgpu(adapter);
  const software = isSoftware(adapter.info);
  const info: BackendInfo = { kind: "webgpu", device: describeAdapter(adapter.info), software, whyNotWebgpu: null };
  try {
    const backend = await openOnGpu(model, info, shapes[info.device], software);
    const trim = () => {
      backend.trim?.();
      trimPool(bufferManager);
    };
    return opened({ ...backend, trim }, device);
  } catch (error) {
    device.destroy();
    throw error;
  }
}

/** The map's own kernels where it has some, else its ops: they run on WebGPU too. */
async function openOnGpu(
  model: Model,
  info: BackendInfo,
  known: KernelShape | undefined,
  software: boolean,
): Promise<MapBackend> {
  const kernels = await model.map.kernels?.();
  return kernels ? kernels(model, info, { known, software }) : createReferenceBackend(model, info);
}

/** A fresh device under tfjs's name for it, "webgpu", which is also the name its kernels are registered under. */
async function initialiseWebgpu(adapter: GPUAdapter): Promise<{ device: GPUDevice; bufferManager: BufferPool }> {
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  // Else tfjs computes small things on the CPU, and reads them back from the device for it.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  const device = await requestDevice(adapter);
  // tfjs's own factory asks for an adapter once, and a backend that was set up before may have lost its device.
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => new WebGPUBackend(device, adapter.info), 3);
  if (!(await tf.setBackend("webgpu").catch(() => false)))
    throw new Error("The graphics adapter was found, but its device could not be set up.");
  await tf.ready();
  return tf.backend() as tf.KernelBackend & { device: GPUDevice; bufferManager: BufferPool };
}

function opened(backend: MapBackend, device: GPUDevice | null): OpenBackend {
  let loseDevice = () => {};
  const asked = new Promise<string>((resolve) => {
    loseDevice = () => (device ? device.destroy() : resolve("it was given up on request"));
  });
  const lost = device
    ? device.lost.then(
        ({ message, reason }) =>
          message.replace(/\.$/, "") || (reason === "destroyed" ? "it was destroyed" : "its driver did not say why"),
      )
    : asked;
  return {
    backend,
    lost,
    loseDevice,
    close() {
      // On a device that is gone there is nothing left to give back, and trying may throw.
      try {
        backend.dispose();
      } catch {}
      device?.destroy();
    },
  };
}
