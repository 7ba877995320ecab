import * as v from "valibot";
import { wholeUpTo } from "../../eqr/model/card";
import type { Model } from "../../eqr/model/model";

/** Sizes of the map (training/model.py): features of a candidate, and blocks. */
export const ConfigSchema = v.object({ d: wholeUpTo(4096), blocks: wholeUpTo(64) });

export type Config = v.InferOutput<typeof ConfigSchema>;

/** The sizes of a model of this map. */
export function configOf(model: Model): Config {
  return v.parse(ConfigSchema, model.config);
}

/** The means that a block mixes, in the order of training/model.py (Block.UNITS). */
export const UNITS = ["self", "cell", "line", "box", "seg", "dig", "all"] as const;

/** Names and shapes of all weights of a map with these sizes. */
export function expectedShapes({ d, blocks }: Config): Map<string, number[]> {
  const shapes = new Map<string, number[]>([
    ["emb", [3, d]],
    ["digit", [d]],
    ["q_weight", [d]],
    ["q_bias", []],
  ]);
  for (let i = 0; i < blocks; i++) {
    for (const unit of UNITS) shapes.set(`blocks.${i}.mix.${unit}`, [d, 2 * d]);
    shapes.set(`blocks.${i}.bias`, [2 * d]);
    shapes.set(`blocks.${i}.out`, [d, d]);
  }
  return shapes;
}
