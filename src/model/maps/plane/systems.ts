import type { ModelCard } from "../../eqr/model/card";
import { createModel, type Model, weight } from "../../eqr/model/model";
import type { NamedTensor } from "../../eqr/model/safetensors";
import { taskNamed } from "../../tasks";
import { type PlaneConfig, plane, planeShapes } from "./map";

/** Distance of the hand-made attractors from the middle of the plane: starts are drawn with deviation 3. */
const REACH = 2.4;

/** A model of a plane map. Weights that are left out are zero. Throws an Error where one has the wrong length. */
export function planeModel(about: PlaneAbout, weights: Readonly<Record<string, ArrayLike<number>>>): Model {
  const { grid } = taskNamed(about.task);
  const tensors = new Map<string, NamedTensor>();
  let parameters = 0;
  for (const [name, shape] of planeShapes(about.config, grid)) {
    const size = shape.reduce((a, b) => a * b, 1);
    parameters += size;
    tensors.set(name, { shape, data: Float32Array.from(weights[name] ?? new Float32Array(size)) });
    if (tensors.get(name)?.data.length !== size) throw new Error(`The weight "${name}" must have ${size} numbers.`);
  }
  const card: ModelCard = {
    name: about.name,
    title: about.title,
    description: about.description,
    task: about.task,
    map: plane.name,
    config: about.config,
    parameters,
    flopsPerIteration: 2 * 4 * about.config.units,
    weights: { file: `${about.name}.safetensors`, bytes: 4 * parameters, sha256: "" },
    training: { data: about.data, steps: 0, seed: 0, minutes: 0, hardware: "this device", command: "" },
    accuracy: [],
    limits: [],
  };
  return createModel(plane, card, tensors);
}

/** The model with a gain: the units of f get so many times as much of the state. */
export function withGain(model: Model, gain: number): Model {
  const { shape, data } = weight(model, "in");
  return { ...model, tensors: new Map(model.tensors).set("in", { shape, data: data.map((value) => gain * value) }) };
}

export interface PlaneAbout {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly task: string;
  readonly data: string;
  readonly config: PlaneConfig;
}

/**
 * f = REACH tanh(diag(1.8, -1.4) z / REACH). Along z1 two attractors with an unstable point between them; along z2 each step
 * overshoots the middle, and with a step size above 1 / 1.2 = 0.83 it no longer comes to rest.
 */
export function twoWells(): Model {
  const config = { units: 2, readers: 1, softmax: 0 } as const;
  const about = { name: "two-wells", title: "Two wells", task: "two-wells", data: "none: made by hand", config };
  return planeModel(
    { ...about, description: "Two attractors, and a saddle between them." },
    {
      in: [1.8 / REACH, 0, 0, -1.4 / REACH],
      out: [REACH, 0, 0, REACH],
      read: [1, 0],
      say: [-4, 4],
    },
  );
}

/** f = sum of softmax(beta p_i z) p_i over three patterns p_i on a circle: a modern Hopfield network (Ramsauer et al. 2020). */
export function threeMemories(): Model {
  const beta = 0.45;
  const patterns = [90, 210, 330].map((degrees) => (degrees * Math.PI) / 180);
  const xs = patterns.map((angle) => REACH * Math.cos(angle));
  const ys = patterns.map((angle) => REACH * Math.sin(angle));
  const config = { units: 3, readers: 3, softmax: 1 } as const;
  const about = { name: "three-memories", title: "Three memories", task: "three-memories", config };
  return planeModel(
    { ...about, data: "none: made by hand", description: "A Hopfield network with three stored patterns." },
    {
      in: [...xs, ...ys].map((value) => beta * value),
      out: xs.flatMap((x, i) => [x, ys[i] ?? 0]),
      read: [...xs, ...ys].map((value) => value / REACH),
      say: [4, 0, 0, 0, 4, 0, 0, 0, 4],
    },
  );
}
