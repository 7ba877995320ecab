import { hasArrived } from "../../viz/outcome";
import type { RunState } from "../store/run";

/** The document's title: how many have settled or been accepted, for whoever is in another tab. */
export function titleOf({ worker, views, record }: RunState): string {
  const name = "Settle — watch a network find its fixed point";
  if (worker.kind === "failed") return `Failed · ${name}`;
  if (!record || views.length === 0) return name;
  const arrived = views.filter(({ outcome }) => hasArrived(outcome)).length;
  return `${arrived}/${views.length} ${record.recipe.nudges > 0 ? "accepted" : "settled"} · Settle`;
}
