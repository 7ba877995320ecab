import { gaussian } from "../../../src/model/eqr/noise/noise";
import { currentDevice } from "../../../src/model/gpu/device";
import { createReadback } from "../../../src/model/gpu/readback";
import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { createBlockKernels } from "../../../src/model/maps/relational/kernels/blockKernels";
import { packBlock, stateFloats } from "../../../src/model/maps/relational/kernels/layout";
import { mixedFloats } from "../../../src/model/maps/relational/kernels/scratch";
import type { Shape } from "../../../src/model/maps/relational/kernels/shape";
import { maxError } from "../measure";
import { plainBlock, UNIT_OF, unitShare } from "../plain";

/** Errors of the two kernels of a block, the second on what the first left, for one random state. */
export async function blockErrors(d: number, shape: Shape) {
  const model = randomModel({ d });
  const u = gaussian(7, 0, 0, 729 * d);
  const device = currentDevice();
  const kernels = createBlockKernels(d, { first: false, last: false }, shape);
  const readback = createReadback(device);

  const source = device.upload(u.slice());
  const weights = device.upload(packBlock(model, 0));
  const mixed = device.allocate(mixedFloats(d, shape));
  // With noise in the room for hidden features: what was there must not matter.
  const out = device.upload(new Float32Array(stateFloats(d)).fill(1e30));
  const told = { rows: 1, xStride: 0 };
  device.run(kernels.mix, {
    inputs: { source, weights, beside: source, record: weights },
    output: mixed,
    uniforms: { ...told, first: 0, k: 0, sigma: 0, tracked: 0 },
    invocations: kernels.mixInvocations(1),
  });
  const inputs = { source, mixed, weights, beside: source };
  device.run(kernels.candidate, { inputs, output: out, uniforms: told, invocations: kernels.candidateInvocations(1) });
  const [mixRead = new Float32Array(), outRead = new Float32Array()] = await readback.read([mixed, out]);
  device.release(source, weights, mixed, out);
  readback.dispose();

  return {
    mix: shape.family === "serial" ? maxError(spread(mixRead, d), unitShare(model, 0, u)) : 0,
    candidate: maxError(outRead.subarray(0, 729 * d), plainBlock(model, 0, u)),
  };
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
