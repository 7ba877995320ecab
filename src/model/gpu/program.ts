import type { WebGPUBackend, WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { fillTemplate } from "./template";

type UniformType = "i32" | "u32" | "f32";

/**
 * What a kernel is made from. The WGSL defines `fn main(index: i32)` and guards itself against an index past its end.
 * One whose invocations work together has `index / workgroup` for its workgroup and tfjs's `localIndex` for the place in it;
 * it may declare variables of the workgroup, and bring all its invocations to the same barriers.
 */
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
  /** Invocations per workgroup: for a kernel without barriers a matter of speed only. */
  readonly workgroup?: number;
}

/** A kernel ready to run: all that tfjs is handed is made once and set anew at every run, so that a run allocates nothing here. */
export type Kernel<S extends KernelSource = KernelSource> = S & {
  readonly key: string;
  /** The WGSL as it is compiled, without what tfjs puts around it. */
  readonly code: string;
  readonly program: WebGPUProgram;
  /** What is bound to the program's variables, in their order. */
  readonly arguments: TensorInfo[];
  readonly values: { readonly name: string; readonly type: string; readonly data: [number] }[];
};

export function createKernel<const S extends KernelSource>(source: S): Kernel<S> {
  const workgroup = source.workgroup ?? WORKGROUP;
  const used = Object.entries(source.inputs).filter(([, components]) => components > 0);
  const uniforms = Object.entries(source.uniforms);
  const code = fillTemplate(source.wgsl, source.constants);
  const key = keyOf(source.name, JSON.stringify([code, used, source.output, uniforms, workgroup]));
  return {
    ...source,
    key,
    code,
    program: {
      variableNames: used.map(([name]) => name),
      variableComponents: used.map(([, components]) => components),
      outputComponent: source.output,
      uniforms: uniforms.map(([name, type]) => `${name}: ${type}`).join(", "),
      workgroupSize: [workgroup, 1, 1],
      outputShape: [],
      shaderKey: key,
      dispatchLayout: { x: [0] },
      dispatch: [1, 1, 1],
      getUserCode: () => code,
    },
    arguments: [],
    values: uniforms.map(([name, type]) => ({ name, type: TFJS_TYPE[type], data: [Number.NaN] })),
  };
}

const texts = new Map<string, number>();

/** tfjs keeps compiled shaders by their keys: each text has its own, so that none is ever taken for another. */
function keyOf(name: string, text: string): string {
  const number = texts.get(text) ?? texts.size;
  texts.set(text, number);
  return `eqr-${name}-${number}`;
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
  const { program, arguments: tensors, values } = kernel;
  const { variableNames } = program;
  const given: Readonly<Record<string, TensorInfo>> = inputs;
  const numbers: Readonly<Record<string, number>> = uniforms;
  for (let i = 0; i < variableNames.length; i++) tensors[i] = flat(given[variableNames[i] ?? ""]);
  for (const value of values) value.data[0] = numbers[value.name] ?? Number.NaN;
  const result = flat(output);
  program.outputShape = result.shape;
  // tfjs appends to the key, and may spread the dispatch over more axes.
  program.shaderKey = kernel.key;
  program.dispatch[0] = Math.ceil(invocations / program.workgroupSize[0]);
  program.dispatch[1] = program.dispatch[2] = 1;
  backend.runWebGPUProgram(program, tensors, "float32", values, result);
}

const flattened = new WeakMap<TensorInfo, TensorInfo>();

/** tfjs makes the shapes' ranks and broadcasts part of the shader: flat, one shader serves any number of rows. */
function flat(tensor: TensorInfo | undefined): TensorInfo {
  if (!tensor) throw new Error("A kernel was run without one of its inputs.");
  const known = flattened.get(tensor);
  if (known) return known;
  const size = tensor.shape.reduce((a, b) => a * b, 1);
  const made = { dataId: tensor.dataId, dtype: tensor.dtype, shape: [size] };
  flattened.set(tensor, made);
  return made;
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
