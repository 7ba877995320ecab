import * as v from "valibot";
import type { PlanarMap, Point } from "../../analysis/planar";
import type { Model } from "../../eqr/model/model";
import { weight } from "../../eqr/model/model";
import type { Problem } from "../../tasks/task";
import { plane, symbolsOf } from "./map";

/** A plane map under one condition, in plain numbers: what fields, basins and a dragged start are computed with. */
export interface PlaneNumbers {
  /** The undamped map f(z, x). */
  readonly f: PlanarMap;
  /** The decoded grid, [cells] of 1 ... values. */
  decode(z: Point): Uint8Array;
}

/**
 * The map of a model under a problem's condition, the same as its tfjs ops but in double precision. Throws an Error where the model's map is not a plane map.
 */
export function planeNumbers(model: Model, problem: Problem): PlaneNumbers {
  const { softmax } = v.parse(plane.config, model.config);
  const { values } = model.grid;
  const data = (name: string) => weight(model, name).data;
  const [into, condition, out, shift] = [data("in"), data("condition"), data("out"), data("shift")];
  const [read, readBias, say, sayBias] = [data("read"), data("readBias"), data("say"), data("sayBias")];
  const units = data("bias").length;
  const readers = readBias.length;
  const symbols = symbolsOf(model.grid);
  // What does not depend on the state: the condition's share of every unit, and the bias.
  const fixed = Float64Array.from(data("bias"));
  problem.input.forEach((given, cell) => {
    if (given > 0)
      for (let unit = 0; unit < units; unit++)
        fixed[unit] = at(fixed, unit) + at(condition, (cell * values + given - 1) * units + unit);
  });
  const sums = new Float64Array(units);

  return {
    f([x, y]) {
      for (let unit = 0; unit < units; unit++)
        sums[unit] = x * at(into, unit) + y * at(into, units + unit) + at(fixed, unit);
      activate(sums, softmax === 1);
      let [a, b] = [at(shift, 0), at(shift, 1)];
      for (let unit = 0; unit < units; unit++) {
        a += at(sums, unit) * at(out, 2 * unit);
        b += at(sums, unit) * at(out, 2 * unit + 1);
      }
      return [a, b];
    },
    decode([x, y]) {
      const logits = Float64Array.from(sayBias);
      for (let reader = 0; reader < readers; reader++) {
        const h = Math.tanh(x * at(read, reader) + y * at(read, readers + reader) + at(readBias, reader));
        for (let symbol = 0; symbol < symbols; symbol++)
          logits[symbol] = at(logits, symbol) + h * at(say, reader * symbols + symbol);
      }
      return Uint8Array.from({ length: symbols / values }, (_, cell) => {
        const part = logits.subarray(cell * values, (cell + 1) * values);
        return 1 + part.indexOf(Math.max(...part));
      });
    },
  };
}

function activate(sums: Float64Array, softmax: boolean): void {
  if (!softmax) {
    for (let i = 0; i < sums.length; i++) sums[i] = Math.tanh(at(sums, i));
    return;
  }
  const most = Math.max(...sums);
  let total = 0;
  for (let i = 0; i < sums.length; i++) {
    const power = Math.exp(at(sums, i) - most);
    sums[i] = power;
    total += power;
  }
  for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) / total;
}

const at = (values: ArrayLike<number>, i: number) => values[i] ?? 0;
