import type { ModelCard } from "../../eqr/card";
import type { NamedTensor } from "../../eqr/safetensors";

/** A trained map: its card and its weights, by the names of the PyTorch state_dict (training/model.py). */
export interface Model {
  readonly card: ModelCard;
  readonly tensors: ReadonlyMap<string, NamedTensor>;
}

/** The means that a block mixes, in the order of training/model.py (Block.UNITS). */
export const UNITS = ["self", "cell", "line", "box", "seg", "dig", "all"] as const;

/** Names and shapes of all weights of a map with these sizes. */
export function expectedShapes({ d, blocks }: ModelCard["config"]): Map<string, number[]> {
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

/** The model of a card and its tensors. Throws an Error naming the first weight that is missing, misshapen or unknown. */
export function createModel(card: ModelCard, tensors: ReadonlyMap<string, NamedTensor>): Model {
  const expected = expectedShapes(card.config);
  for (const [name, shape] of expected) {
    const found = tensors.get(name);
    if (!found)
      throw new Error(`The weights of "${card.name}" lack "${name}"; the card and the file do not belong together.`);
    if (found.shape.join() !== shape.join())
      throw new Error(`The weight "${name}" of "${card.name}" has shape [${found.shape}], its card needs [${shape}].`);
  }
  for (const name of tensors.keys())
    if (!expected.has(name))
      throw new Error(`The weights of "${card.name}" hold "${name}", which no part of the map uses.`);
  return { card, tensors };
}

/** A weight by name; createModel has seen to it that it is there. */
export function weight(model: Model, name: string): NamedTensor {
  const tensor = model.tensors.get(name);
  if (!tensor) throw new Error(`The model "${model.card.name}" has no weight "${name}".`);
  return tensor;
}
