import { hasArrived } from "../../viz/outcome";
import { say } from "../../words/say";
import type { RunState } from "../store/run";

/** The document's title: the run's name where it has one, and how many starts have settled or been accepted. */
export function titleOf({ worker, views, record }: RunState, name: string): string {
  const page = name === "" ? say`Settle — watch a network find its fixed point` : say`${name} · Settle`;
  if (worker.kind === "failed") return say`Failed · ${page}`;
  if (!record || views.length === 0) return page;
  const arrived = views.filter(({ outcome }) => hasArrived(outcome)).length;
  const state = `${arrived}/${views.length} ${record.recipe.nudges > 0 ? "accepted" : "settled"}`;
  return name === "" ? say`${state} · Settle` : `${state} · ${page}`;
}
