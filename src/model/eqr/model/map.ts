import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { GenericSchema } from "valibot";
import type { Grid } from "../../tasks/task";
import type { BackendInfo, KernelShape, MapBackend } from "../backend/backend";
import type { Dissector, StateSource } from "./anatomy";
import type { ModelCard } from "./card";
import type { NamedTensor } from "./safetensors";

/**
 * One iterated network on the device, in tfjs ops. Every function returns new tensors that the caller disposes (or tidies).
 * Latent states are [rows, size]; only the map knows what the numbers of a row mean.
 */
export interface MapOps {
  /** The condition x of input symbols, [cells] each: [inputs.length, ...]. */
  condition(inputs: readonly Uint8Array[]): Tensor;
  /** The undamped map f(z, x), under one condition for all rows or one per row: [rows, size]. */
  f(z: Tensor2D, x: Tensor): Tensor2D;
  /** Logits of the values of every cell: [rows, cells * values]. */
  logits(z: Tensor2D): Tensor2D;
  /** Halting logits: [rows, 1]. */
  q(z: Tensor2D): Tensor2D;
  /** Releases what it made for itself; the weights are its owner's. */
  dispose(): void;
}

/** A kind of network, whatever its weights. `C` is its part of the model card. */
export interface MapKind<C = unknown> {
  /** Its name in model cards. */
  readonly name: string;
  /** Checks the sizes that a card gives. */
  readonly config: GenericSchema<unknown, C>;
  /** Layers that an iteration is, one after the other, were the network written out without weight sharing over depth. */
  layers(config: C): number;
  /** Shape of one latent state. Throws a RangeError for a grid that it is not made for. */
  shape(config: C, grid: Grid): readonly number[];
  /** Names and shapes of its weights. */
  weights(config: C, grid: Grid): ReadonlyMap<string, readonly number[]>;
  /** The map of these weights, by name and in these shapes. */
  ops(weights: Readonly<Record<string, Tensor>>, config: C, grid: Grid): MapOps;
  /** Kernels of its own for WebGPU, loaded when they are wanted; without them the ops run there too. */
  kernels?(): Promise<OpenKernels>;
  /** Looks into its states for the State view; without it that view says that there is nothing to see. */
  dissector?(model: Model, source: StateSource): Dissector;
}

/** Opens a backend with kernels on tfjs's current WebGPU device. Rejects with an Error where the device refuses them. */
export type OpenKernels = (
  model: Model,
  info: BackendInfo,
  /** The shape that was measured to be the fastest here before, if any; and whether the adapter is a software one. */
  on: { readonly known: KernelShape | undefined; readonly software: boolean },
) => Promise<MapBackend>;

/** A trained map: what it is, its card, and its weights by the names of the PyTorch state_dict. */
export interface Model {
  readonly card: ModelCard;
  readonly map: MapKind;
  /** The sizes on the card, as the map has checked them. */
  readonly config: unknown;
  /** The grid of its task. */
  readonly grid: Grid;
  readonly tensors: ReadonlyMap<string, NamedTensor>;
}
