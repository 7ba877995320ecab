import { currentDevice } from "../../../src/model/gpu/device";
import { conditionsOf } from "../../../src/model/maps/relational/condition";
import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { SUMMARY_LAYOUT } from "../../../src/model/maps/relational/kernels/layout";
import type { TiledShape } from "../../../src/model/maps/relational/kernels/shape";
import { createStateRunner } from "../../../src/model/maps/relational/kernels/stateRunner";
import { bitsOff, rowOf, take } from "../measure";
import { INPUT } from "../setup";
import { iterationErrors } from "./iteration";

/** As iterationErrors, for a shape of its own; of many rows only the first, one in the middle and the last two are held. */
export function tailErrors(breadth: number, d: number, shape: TiledShape) {
  const only = [...new Set([0, breadth >> 1, breadth - 2, breadth - 1])].filter((row) => row >= 0);
  return iterationErrors(breadth, { d, only, shape });
}

/**
 * Five trajectories in workgroups of four, of which two have halted: bits by which these moved, and by which the others differ
 * from a batch in which none has halted.
 */
export async function haltedBitsOff(shape: TiledShape) {
  const [d, rows, halted] = [8, 5, [1, 4]];
  const device = currentDevice();
  const states = createStateRunner(device, randomModel({ d }), shape);
  const x = device.tensor([729], Float32Array.from(conditionsOf([INPUT])));
  const before = states.start(3, 0, rows);
  const step = (stopped: readonly number[]) => {
    const values = new Float32Array(rows * SUMMARY_LAYOUT.SUMMARY);
    for (let t = 0; t < rows; t++) {
      values[t * SUMMARY_LAYOUT.SUMMARY + SUMMARY_LAYOUT.TRAJECTORY] = t;
      values[t * SUMMARY_LAYOUT.SUMMARY + SUMMARY_LAYOUT.HALTED] = stopped.includes(t) ? 1 : 0;
    }
    const record = device.tensor([rows, SUMMARY_LAYOUT.SUMMARY], values);
    const options = { k: 1, seed: 3, lambda: 0.7, sigma: 0.1, first: 0 };
    const { z, summary } = states.step({ z: before, x, axes: null, options, record });
    for (const tensor of [record, summary]) tensor.dispose();
    return take(z);
  };
  const [some, none] = [await step(halted), await step([])];
  x.dispose();
  const start = await take(before);
  states.dispose();
  const off = (a: Float32Array, b: Float32Array, of: (row: number) => boolean) =>
    Array.from({ length: rows }, (_, row) => row)
      .filter(of)
      .reduce((sum, row) => sum + bitsOff(rowOf(a, row, rows), rowOf(b, row, rows)), 0);
  return {
    halted: off(some, start, (row) => halted.includes(row)),
    going: off(some, none, (row) => !halted.includes(row)),
  };
}
