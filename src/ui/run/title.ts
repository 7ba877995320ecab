import type { RunState } from "../store/run";

/** The document's title: how many have settled, for whoever is in another tab. */
export function titleOf({ engine, views, record }: RunState): string {
  const name = "Settle — watch a network find its fixed point";
  if (engine.kind === "failed") return `Failed · ${name}`;
  if (!record || views.length === 0) return name;
  const settled = views.filter(({ outcome }) => outcome === "settled-valid" || outcome === "settled-other").length;
  return `${settled}/${views.length} settled · Settle`;
}
