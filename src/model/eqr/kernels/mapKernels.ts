import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Model } from "../weights";
import { weight } from "../weights";
import candidateWgsl from "./candidate.wgsl?raw";
import type { Device } from "./device";
import embedWgsl from "./embed.wgsl?raw";
import { CANDIDATES, mapConstants, POOLED_LAYOUT, packBlock } from "./layout";
import mixWgsl from "./mix.wgsl?raw";
import poolsWgsl from "./pools.wgsl?raw";
import { createKernel } from "./program";

/**
 * Candidates an invocation of candidate.wgsl: 1, 3 or 9. More share the loads of the weights, fewer keep a wide device busy
 * and compile faster: on SwiftShader 9 take 0.8 of the time of 3, but thrice as long to compile, and 1 takes 1.3 of it.
 */
const R = 3;

/** The kernels of f for maps with d features. */
export function createMapKernels(d: number) {
  const constants = mapConstants(d);
  return {
    embed: createKernel({
      name: "embed",
      wgsl: embedWgsl,
      constants,
      inputs: { z: 4, x: 1, emb: 4 },
      output: 4,
      uniforms: { rows: "i32", xStride: "i32" },
    }),
    pools: createKernel({
      name: "pools",
      wgsl: poolsWgsl,
      constants,
      inputs: { u: 4 },
      output: 4,
      uniforms: { rows: "i32" },
    }),
    mix: createKernel({
      name: "mix",
      wgsl: mixWgsl,
      constants,
      inputs: { pooled: 4, weights: 4 },
      output: 4,
      uniforms: { rows: "i32" },
    }),
    candidate: createKernel({
      name: "candidate",
      wgsl: candidateWgsl,
      constants: { ...constants, R },
      inputs: { u: 4, mixed: 4, weights: 4 },
      output: 4,
      uniforms: { rows: "i32" },
      workgroup: 32,
    }),
  };
}

/** Tiles of nine pooled vectors in mix.wgsl. */
const MIX_TILES = 64;

interface MapRunner {
  /** u = f(z, x): [rows, 729, 2 d], u in the first half; overwritten by the next call. */
  apply(z: Tensor, x: Tensor): TensorInfo;
  dispose(): void;
}

/** f on the device: 1 + 3 runs a block. x is [729], or [rows, 729] for a condition a row. */
export function createMapRunner(device: Device, model: Model): MapRunner {
  const { d, blocks } = model.card.config;
  const { embed, pools, mix, candidate } = createMapKernels(d);
  const emb = device.upload(weight(model, "emb").data.slice());
  const weightsOf = Array.from({ length: blocks }, (_, i) => device.upload(packBlock(model, i)));
  const { POOLED } = POOLED_LAYOUT;

  const allocate = (rows: number) => ({
    rows,
    pooled: device.allocate(rows * POOLED * d),
    mixed: device.allocate(rows * POOLED * 2 * d),
    from: device.allocate(rows * CANDIDATES * 2 * d),
    to: device.allocate(rows * CANDIDATES * 2 * d),
  });
  let scratch: ReturnType<typeof allocate> | null = null;

  function release() {
    if (scratch) device.release(scratch.pooled, scratch.mixed, scratch.from, scratch.to);
    scratch = null;
  }

  return {
    apply(z, x) {
      const rows = z.shape[0] ?? 0;
      const shared = x.shape.length === 1;
      if (!shared && x.shape[0] !== rows)
        throw new RangeError(`${rows} states need 1 or ${rows} conditions, not ${x.shape[0]}.`);
      if (scratch?.rows !== rows) {
        release();
        scratch = allocate(rows);
      }
      const { pooled, mixed } = scratch;
      let { from, to } = scratch;
      device.run(embed, {
        inputs: { z, x, emb },
        output: from,
        uniforms: { rows, xStride: shared ? 0 : CANDIDATES },
        invocations: (rows * CANDIDATES * d) / 4,
      });
      for (const weights of weightsOf) {
        device.run(pools, {
          inputs: { u: from },
          output: pooled,
          uniforms: { rows },
          invocations: (rows * POOLED * d) / 4,
        });
        device.run(mix, {
          inputs: { pooled, weights },
          output: mixed,
          uniforms: { rows },
          invocations: (rows * MIX_TILES * d) / 2,
        });
        device.run(candidate, {
          inputs: { u: from, mixed, weights },
          output: to,
          uniforms: { rows },
          invocations: (rows * CANDIDATES) / R,
        });
        [from, to] = [to, from];
      }
      return from;
    },
    dispose() {
      release();
      device.release(emb, ...weightsOf);
    },
  };
}
