import type { Tensor } from "@tensorflow/tfjs-core";

/** Axes of the trajectory map on the device. */
export interface Axes {
  /** [3, size], orthonormal rows. */
  readonly directions: Tensor;
  /** [size], the mean of the states they were fitted on. */
  readonly mean: Tensor;
}
