import { randomModel } from "../../../src/model/eqr/fixtures/randomModel";
import { currentDevice } from "../../../src/model/eqr/kernels/device";
import { packBlock } from "../../../src/model/eqr/kernels/layout";
import { createMapKernels } from "../../../src/model/eqr/kernels/mapKernels";
import { createReadback } from "../../../src/model/eqr/kernels/readback";
import { gaussian } from "../../../src/model/eqr/noise";
import { maxError } from "../measure";
import { means, plainBlock, UNIT_OF, unitShare } from "../plain";

/** Errors of the three kernels of a block, each on what the one before it left, for one random state. */
export async function blockErrors(d: number) {
  const model = randomModel({ d });
  const u = gaussian(7, 0, 0, 729 * d);
  const device = currentDevice();
  const { pools, mix, candidate } = createMapKernels(d);
  const readback = createReadback(device.backend);

  const state = device.upload(withRoom(u, d));
  const weights = device.upload(packBlock(model, 0));
  const pooled = device.allocate(576 * d);
  const mixed = device.allocate(576 * 2 * d);
  const out = device.allocate(729 * 2 * d);
  const uniforms = { rows: 1 };
  device.run(pools, { inputs: { u: state }, output: pooled, uniforms, invocations: 144 * d });
  device.run(mix, { inputs: { pooled, weights }, output: mixed, uniforms, invocations: 32 * d });
  const inputs = { u: state, mixed, weights };
  device.run(candidate, { inputs, output: out, uniforms, invocations: 729 });
  const [poolsRead = new Float32Array(), mixRead = new Float32Array(), outRead = new Float32Array()] =
    await readback.read([pooled, mixed, out]);
  device.release(state, weights, pooled, mixed, out);
  readback.dispose();

  const expectedPools = (["cell", "rowSeg", "colSeg", "digit"] as const).flatMap((unit) => [...means(u, d, unit)]);
  return {
    pools: maxError(poolsRead, Float64Array.from(expectedPools)),
    mix: maxError(spread(mixRead, d), unitShare(model, 0, u)),
    candidate: maxError(firstHalves(outRead, d), plainBlock(model, 0, u)),
  };
}

/** [729, d] -> [729, 2 d], with noise in the room for hidden features: what was there must not matter. */
function withRoom(u: Float32Array, d: number): Float32Array {
  return Float32Array.from({ length: 729 * 2 * d }, (_, i) => {
    const feature = i % (2 * d);
    return feature < d ? (u[Math.floor(i / (2 * d)) * d + feature] ?? 0) : 1e30;
  });
}

function firstHalves(values: Float32Array, d: number): Float32Array {
  return values.filter((_, i) => i % (2 * d) < d);
}

/** What the mixed vectors of its units add up to for every candidate: [729, 2 d]. */
function spread(mixed: Float32Array, d: number): Float64Array {
  return Float64Array.from({ length: 729 * 2 * d }, (_, i) => {
    const n = Math.floor(i / (2 * d));
    const units = [
      UNIT_OF.cell[n] ?? 0,
      81 + (UNIT_OF.rowSeg[n] ?? 0),
      324 + (UNIT_OF.colSeg[n] ?? 0),
      567 + (UNIT_OF.digit[n] ?? 0),
    ];
    return units.reduce((sum, unit) => sum + (mixed[unit * 2 * d + (i % (2 * d))] ?? 0), 0);
  });
}
