import { FIELDS, type NumericField, type Recipe } from "../../model/eqr/recipe";
import { sameTerms } from "../../model/eqr/terms";

const FIELD_NAMES = Object.keys(FIELDS) as NumericField[];

/** Whether two recipes are the same run. */
export function sameRecipe(a: Recipe, b: Recipe): boolean {
  return (
    a.puzzle === b.puzzle &&
    a.model === b.model &&
    FIELD_NAMES.every((field) => a[field] === b[field]) &&
    sameTerms(a.start, b.start)
  );
}

/**
 * Whether a run by the changed recipe goes through the same states up to iteration k, so that it may be shown from
 * there on: a greater depth, another tolerance, or noise that ends later than k.
 */
export function keepsPast(before: Recipe, after: Recipe, k: number): boolean {
  const noiseless = before.sigma === 0 && after.sigma === 0;
  const cooledLater = (before.coolAt === 0 || before.coolAt >= k) && (after.coolAt === 0 || after.coolAt >= k);
  // What ends a run, or lets a trajectory halt, changes none of the states before that.
  const same = { depth: 1, tolerance: 1e-4, coolAt: 0, haltBy: 0, haltRun: 32, stopCount: 0, budget: 0 };
  return (
    sameRecipe({ ...before, ...same }, { ...after, ...same }) &&
    after.depth >= k &&
    (noiseless || cooledLater || before.coolAt === after.coolAt)
  );
}
