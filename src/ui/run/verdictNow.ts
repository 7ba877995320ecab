import { nudgeCycles } from "../../model/eqr/nudges/nudgeRecord";
import { quietStretches, sigmaAt } from "../../model/eqr/recipe/schedule";
import type { RunRecord } from "../../model/eqr/record/record";
import type { RunState } from "../store/run";
import type { Piece } from "./piece";
import type { PlainInput } from "./plainVerdict";
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
    over: isOver(record, k),
    decided: decidedAt(record, selected, k),
    layers,
    noisy: sigmaAt(record.recipe, k) > 0,
    quietFrom: quietStretches(record.recipe, record.recipe.depth).find(({ from }) => from > k)?.from ?? null,
    cycles: nudgeCycles(record, selected, k),
  });
}

/** The same scene for the verdict in everyday words; null before there is a run. */
export function plainNow({ record, views, cursor: k }: Scene, impossible: boolean): PlainInput | null {
  return record && { views, k, over: isOver(record, k), impossible };
}

function isOver(record: RunRecord, k: number): boolean {
  return k === record.frames.length - 1 && (record.end !== null || k >= record.recipe.depth);
}
