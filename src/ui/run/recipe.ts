import { type Recipe, same } from "../../model/eqr/recipe";

/**
 * Whether a run by the changed recipe goes through the same states up to iteration k, so that it may be shown from
 * there on: a greater depth, another tolerance, or noise that ends later than k.
 */
export function keepsPast(before: Recipe, after: Recipe, k: number): boolean {
  const noiseless = before.sigma === 0 && after.sigma === 0;
  const cooledLater = (before.coolAt === 0 || before.coolAt >= k) && (after.coolAt === 0 || after.coolAt >= k);
  return (
    before.breadth === after.breadth &&
    same(before, { ...after, coolAt: before.coolAt }, "steps") &&
    after.depth >= k &&
    (noiseless || cooledLater || before.coolAt === after.coolAt)
  );
}
