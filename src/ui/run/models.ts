import type { ModelIndex } from "../../model/eqr/models";

/** The model that is asked for, or the default where it is not shipped. */
export function chooseModel(index: ModelIndex, wanted: string | null): string {
  return wanted !== null && index.models.some(({ name }) => name === wanted) ? wanted : index.default;
}
