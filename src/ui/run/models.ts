import type { ModelIndex } from "../../model/eqr/models";

/** The model that is asked for, or the default where none is or it is not shipped. */
export function chooseModel(index: ModelIndex, wanted: string): string {
  return index.models.some(({ name }) => name === wanted) ? wanted : index.default;
}
