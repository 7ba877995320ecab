import { isPlanName, type PlanName } from "../plan";
import { CONTESTANTS, type ContestantName } from "../protocol";

/** What the address asks for: ?run=quick starts at once, &only=fused,tfjs-wasm leaves the others out. */
export interface Asked {
  readonly run: PlanName | null;
  readonly only: readonly ContestantName[] | null;
}

export function askedBy(query: URLSearchParams): Asked {
  const run = query.get("run");
  const named = query.get("only")?.split(",");
  return {
    run: isPlanName(run) ? run : null,
    only: named ? CONTESTANTS.filter((name) => named.includes(name)) : null,
  };
}
