import type { Point } from "../../../model/analysis/planar";
import type { PlaneFacts } from "./field";

/** What the plane holds, in a sentence. */
export function describePlane({ fixedPoints }: PlaneFacts): string {
  const count = (stability: string) => fixedPoints.filter((point) => point.stability === stability).length;
  const stable = count("stable");
  if (stable === 0)
    return "No attractor: every fixed point is unstable at this step size, so that nothing comes to rest.";
  const others = [plural(count("saddle"), "saddle"), plural(count("unstable"), "unstable point")].filter(Boolean);
  const slowest = Math.max(...fixedPoints.filter(({ stability }) => stability === "stable").map((p) => p.moduli[0]));
  return `${plural(stable, "attractor")}${others.length > 0 ? `, ${others.join(" and ")}` : ""}. Close to an attractor, differences shrink to ${slowest.toFixed(2)} of their size each iteration${stable > 1 ? " at most" : ""}.`;
}

/** Where the visitor's own start has come to. */
export function describeOwn(own: readonly (readonly Point[])[], name: string | null): string {
  const last = own.at(-1) ?? [];
  const iterations = last.length - 1;
  const kicks = own.length > 1 ? `After ${plural(own.length - 1, "kick")}: ` : "";
  if (!last.length) return "Press anywhere in the plane: your start runs to its rest. Drag its end to kick it.";
  return name
    ? `${kicks}${kicks ? "comes" : "Comes"} to rest at ${name} in ${iterations} iterations. Drag the end to kick it.`
    : `${kicks}${kicks ? "has" : "Has"} not come to rest in ${iterations} iterations.`;
}

/** How many of the engine's starts rest where. */
export function describeStarts(ends: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const end of ends) if (end) counts.set(end, (counts.get(end) ?? 0) + 1);
  const settled = [...counts.values()].reduce((a, b) => a + b, 0);
  const where = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, n]) => `${n} at ${name}`);
  return settled === 0
    ? `None of ${ends.length} random starts has come to rest.`
    : `${settled} of ${ends.length} random starts have come to rest: ${where.join(", ")}.`;
}

function plural(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
