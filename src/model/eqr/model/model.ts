import * as v from "valibot";
import { taskOf } from "../../tasks";
import type { ModelCard } from "./card";
import type { MapKind, Model } from "./map";
import type { NamedTensor } from "./safetensors";

export type { Model } from "./map";

/**
 * The model of a card and its tensors. Throws an Error that names the first size that is wrong, or the first weight that is
 * missing, misshapen or unknown. Its card says how many layers an iteration is, whether or not the given one did.
 */
export function createModel(map: MapKind, card: ModelCard, tensors: ReadonlyMap<string, NamedTensor>): Model {
  const config = v.parse(map.config, card.config);
  const { grid } = taskOf(card);
  const expected = map.weights(config, grid);
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
  const layersPerIteration = map.layers(config);
  if ((card.layersPerIteration ?? layersPerIteration) !== layersPerIteration)
    throw new Error(
      `The card of "${card.name}" gives ${card.layersPerIteration} layers per iteration, its map has ${layersPerIteration}.`,
    );
  return { card: { ...card, layersPerIteration }, map, config, grid, tensors };
}

/** Shape of one latent state of a model. */
export function stateShape({ map, config, grid }: Model): readonly number[] {
  return map.shape(config, grid);
}

/** A weight by name; createModel has seen to it that it is there. */
export function weight(model: Model, name: string): NamedTensor {
  const tensor = model.tensors.get(name);
  if (!tensor) throw new Error(`The model "${model.card.name}" has no weight "${name}".`);
  return tensor;
}
