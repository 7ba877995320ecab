import { nudgeCycles } from "../../model/eqr/nudges/nudgeRecord";
import { sigmaAt } from "../../model/eqr/recipe";
import type { RunState } from "../store/run";
import type { Piece } from "./piece";
import { decidedAt } from "./trajectoryViews";
import { verdict } from "./verdict";

/** What the verdict is about: a run at an iteration, with the views of it. */
export interface Scene extends Pick<RunState, "record" | "views" | "selected"> {
  readonly cursor: number;
  /** Layers that an iteration is; left out where only iterations are told. */
  readonly layers?: number | undefined;
}

/** The verdict on a run at the cursor; none before there is a run. */
export function verdictNow({ record, views, selected, cursor: k, layers }: Scene): Piece[] {
  if (!record) return [];
  return verdict({
    views,
    selected,
    k,
    over: k === record.frames.length - 1 && (record.end !== null || k >= record.recipe.depth),
    decided: decidedAt(record, selected, k),
    layers,
    noisy: sigmaAt(record.recipe, k) > 0,
    cycles: nudgeCycles(record, selected, k),
  });
}
