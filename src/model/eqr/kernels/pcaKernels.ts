import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Device } from "../../gpu/device";
import { createKernel } from "../../gpu/program";
import type { Axes } from "../backend/axes";
import axesWgsl from "./axes.wgsl?raw";
import gramWgsl from "./gram.wgsl?raw";
import gramSumWgsl from "./gramSum.wgsl?raw";
import meanWgsl from "./mean.wgsl?raw";

/** Stretches of the columns that gram.wgsl sums apart: more keep a wide device busy, and round less. */
const SPLITS = 32;

const gramKernel = createKernel({
  name: "gram",
  wgsl: gramWgsl,
  constants: { SPLITS },
  inputs: { x: 4 },
  output: 4,
  uniforms: { n: "i32", groups: "i32", quads: "i32" },
});

const gramSumKernel = createKernel({
  name: "gramSum",
  wgsl: gramSumWgsl,
  constants: { SPLITS },
  inputs: { partials: 4 },
  output: 4,
  uniforms: { groups: "i32" },
});

const meanKernel = createKernel({
  name: "mean",
  wgsl: meanWgsl,
  constants: {},
  inputs: { x: 4 },
  output: 4,
  uniforms: { n: "i32", quads: "i32" },
});

const axesKernel = createKernel({
  name: "axes",
  wgsl: axesWgsl,
  constants: {},
  inputs: { x: 4, mean: 4, w: 1 },
  output: 4,
  uniforms: { n: "i32", quads: "i32" },
});

/** X X^T of a matrix [n, m]: a buffer for unpackGram, released by the caller. */
export function runGram(device: Device, matrix: Tensor): TensorInfo {
  const { n, quads } = sizesOf(matrix);
  const groups = Math.ceil(n / 4);
  const size = 16 * groups * groups;
  const partials = device.allocate(SPLITS * size);
  device.run(gramKernel, {
    inputs: { x: matrix },
    output: partials,
    uniforms: { n, groups, quads },
    invocations: SPLITS * groups * groups,
  });
  const output = device.allocate(size);
  device.run(gramSumKernel, { inputs: { partials }, output, uniforms: { groups }, invocations: size / 4 });
  device.release(partials);
  return output;
}

/** The n x n products in what runGram left: its rows are padded to a multiple of 4, its upper tiles alone are set. */
export function unpackGram(values: Float32Array, n: number): Float32Array {
  const width = 4 * Math.ceil(n / 4);
  const gram = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) gram[i * n + j] = gram[j * n + i] = values[i * width + j] ?? Number.NaN;
  return gram;
}

/** Axes W^T (X - mean) of a matrix [n, m] and weights [n, 3]. */
export function runAxes(device: Device, matrix: Tensor, weights: Float32Array): Axes {
  const { n, quads } = sizesOf(matrix);
  if (weights.length !== 3 * n) throw new RangeError(`${n} states need ${3 * n} weights, not ${weights.length}.`);
  const mean = device.tensor([4 * quads]);
  const uniforms = { n, quads };
  device.run(meanKernel, { inputs: { x: matrix }, output: mean, uniforms, invocations: quads });
  const directions = device.tensor([3, 4 * quads]);
  const w = device.upload(weights.slice());
  device.run(axesKernel, { inputs: { x: matrix, mean, w }, output: directions, uniforms, invocations: quads });
  device.release(w);
  return { directions, mean };
}

function sizesOf(matrix: Tensor): { n: number; quads: number } {
  const [n = 0, m = 0] = matrix.shape;
  if (n < 1 || m % 4 !== 0)
    throw new RangeError(`A matrix of states is [n, size], its size a multiple of 4, not [${matrix.shape}].`);
  return { n, quads: m / 4 };
}
