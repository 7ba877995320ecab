import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { fillTemplate } from "./template";

type UniformType = "i32" | "u32" | "f32";

/** What a kernel is made from. The WGSL defines `fn main(index: i32)` and guards itself against an index past its end. */
export interface KernelSource {
  readonly name: string;
  readonly wgsl: string;
  /** Constants baked into the shader; each other value makes another shader. */
  readonly constants: Readonly<Record<string, number>>;
  /**
   * Storage arrays by the names of the WGSL, in order: 1 for array<f32>, 4 for array<vec4f>, 0 for one that the WGSL does not
   * use with these constants, which WebGPU would not let be bound.
   */
  readonly inputs: Readonly<Record<string, 0 | 1 | 4>>;
  /** Component count of `result`. */
  readonly output: 1 | 4;
  /** Fields of `uniforms`, set anew at every run. */
  readonly uniforms: Readonly<Record<string, UniformType>>;
  /** Invocations a workgroup; no kernel here has a barrier, so this is a matter of speed only. */
  readonly workgroup?: number;
}

/** A kernel ready to run: what is the same at every run is made once. */
export type Kernel<S extends KernelSource = KernelSource> = S & {
  readonly key: string;
  readonly code: string;
  /** The inputs that are bound, with their components. */
  readonly bound: readonly string[];
  readonly components: readonly number[];
  readonly declared: readonly { readonly name: string; readonly type: string }[];
  readonly declaration: string;
};

export function createKernel<const S extends KernelSource>(source: S): Kernel<S> {
  const key = `eqr-${source.name}-${Object.values(source.constants).join("-")}-${source.workgroup ?? WORKGROUP}`;
  const used = Object.entries(source.inputs).filter(([, components]) => components > 0);
  const uniforms = Object.entries(source.uniforms);
  return {
    ...source,
    key,
    code: fillTemplate(source.wgsl, source.constants),
    bound: used.map(([name]) => name),
    components: used.map(([, components]) => components),
    declared: uniforms.map(([name, type]) => ({ name, type: TFJS_TYPE[type] })),
    declaration: uniforms.map(([name, type]) => `${name}: ${type}`).join(", "),
  };
}

export interface Run<S extends KernelSource> {
  readonly inputs: Readonly<Record<keyof S["inputs"], TensorInfo>>;
  readonly uniforms: Readonly<Record<keyof S["uniforms"], number>>;
  /** Where `result` goes. */
  readonly output: TensorInfo;
  readonly invocations: number;
}

const WORKGROUP = 64;

const TFJS_TYPE: Readonly<Record<UniformType, string>> = { i32: "int32", u32: "uint32", f32: "float32" };

/** Records a run of a kernel; tfjs submits what is recorded in batches, see flush. */
export function runKernel<S extends KernelSource>(
  backend: WebGPUBackend,
  kernel: Kernel<S>,
  { inputs, uniforms, output, invocations }: Run<S>,
): void {
  const workgroup = kernel.workgroup ?? WORKGROUP;
  // Made anew for every run: tfjs appends to the shader key of the object it is given.
  const program = {
    variableNames: [...kernel.bound],
    variableComponents: [...kernel.components],
    outputComponent: kernel.output,
    uniforms: kernel.declaration,
    workgroupSize: [workgroup, 1, 1] as [number, number, number],
    outputShape: flat(output).shape,
    shaderKey: kernel.key,
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(invocations / workgroup), 1, 1] as [number, number, number],
    getUserCode: () => kernel.code,
  };
  const values: Readonly<Record<string, number>> = uniforms;
  backend.runWebGPUProgram(
    program,
    kernel.bound.map((name) => flat((inputs as Readonly<Record<string, TensorInfo>>)[name])),
    "float32",
    kernel.declared.map(({ name, type }) => ({ type, data: [values[name] ?? Number.NaN] })),
    flat(output),
  );
}

/** tfjs makes the shapes' ranks and broadcasts part of the shader: flat, one shader serves any number of rows. */
function flat(tensor: TensorInfo | undefined): TensorInfo {
  if (!tensor) throw new Error("A kernel was run without one of its inputs.");
  const size = tensor.shape.reduce((a, b) => a * b, 1);
  return { dataId: tensor.dataId, dtype: tensor.dtype, shape: [size] };
}

/** Submits what has been recorded. */
export function flush(backend: WebGPUBackend): void {
  encoderOf(backend);
  backend.submitQueue();
}

/** Where tfjs records, between two passes: for copies that are to come after what has been recorded. */
export function encoderOf(backend: WebGPUBackend): GPUCommandEncoder {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  // Private to tfjs (4.22, backend_webgpu.ts), which offers no copy of its own.
  return (backend as unknown as { readonly commandEncoder: GPUCommandEncoder }).commandEncoder;
}

/** The GPU buffer of a tensor, uploaded if it was not yet. */
export function bufferOf(backend: WebGPUBackend, tensor: TensorInfo): GPUBuffer {
  backend.uploadToGPU(tensor.dataId);
  const { resource } = backend.tensorMap.get(tensor.dataId);
  if (!(resource instanceof GPUBuffer)) throw new Error("A tensor is not kept in a GPU buffer.");
  return resource;
}
