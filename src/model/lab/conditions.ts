import type { Tensor } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../eqr/backend/backend";

/** What the network is given in the rows of a batch (Problem.input), on the device. */
export interface Conditions {
  /** One condition for all rows, or one per row. */
  readonly x: Tensor;
  /** From now on `count` rows are given these, one for all or one per row. */
  set(inputs: readonly Uint8Array[], count: number): void;
  /** Whether other inputs of as many rows can be written where the conditions lie. */
  canReplace(inputs: readonly Uint8Array[]): boolean;
  /** Does that. */
  replace(inputs: readonly Uint8Array[]): void;
  dispose(): void;
}

export function createConditions(backend: MapBackend, inputs: readonly Uint8Array[], count: number): Conditions {
  let given = inputs;
  let x = conditionsOf(backend, inputs, count);
  return {
    get x() {
      return x;
    },
    set(inputs, count) {
      const same = isShared(given) && isShared(inputs) && inputs[0] === given[0];
      given = inputs;
      if (same) return;
      x.dispose();
      x = conditionsOf(backend, inputs, count);
    },
    canReplace: (inputs) => backend.replace !== undefined && !isShared(inputs) && x.shape.length > 1,
    replace(inputs) {
      const changed = inputs.flatMap((input, to) => (input === given[to] ? [] : [{ input, to }]));
      given = inputs;
      if (changed.length === 0) return;
      const conditions = backend.condition(changed.map(({ input }) => input));
      backend.replace?.(
        x,
        changed.map(({ to }, row) => ({ z: conditions, row, to })),
      );
      conditions.dispose();
    },
    dispose: () => x.dispose(),
  };
}

/** Whether all rows have one and the same input. */
export function isShared(inputs: readonly Uint8Array[]): boolean {
  return inputs.every((input) => input === inputs[0]);
}

/** Rows that all have one and the same input share one condition. */
function conditionsOf(backend: MapBackend, inputs: readonly Uint8Array[], count: number): Tensor {
  if (inputs.length !== 1 && inputs.length !== count)
    throw new RangeError(`${count} states need ${count} inputs or one for all, not ${inputs.length}.`);
  return backend.condition(isShared(inputs) ? inputs.slice(0, 1) : inputs);
}
