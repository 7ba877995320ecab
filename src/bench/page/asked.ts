import { isPlanName, type PlanName } from "../plan";
import { CONTESTANTS, type ContestantName } from "../protocol";

/**
 * What the address asks for: ?run=quick starts at once, &only=fused,tfjs-wasm leaves the others out, &budget=900 gives
 * everyone so many seconds at every breadth, &model=large takes another map than the page's own.
 */
export interface Asked {
  readonly run: PlanName | null;
  readonly only: readonly ContestantName[] | null;
  readonly budget: number | null;
  readonly model: string | null;
}

export function askedBy(query: URLSearchParams): Asked {
  const run = query.get("run");
  const budget = Number(query.get("budget"));
  const named = query.get("only")?.split(",");
  return {
    run: isPlanName(run) ? run : null,
    only: named ? CONTESTANTS.filter((name) => named.includes(name)) : null,
    budget: budget > 0 && Number.isFinite(budget) ? budget : null,
    model: query.get("model"),
  };
}
