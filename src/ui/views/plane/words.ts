import type { Point } from "../../../model/analysis/planar";
import { fixed, say } from "../../../words/say";
import type { PlaneFacts } from "./field";

/** What the plane holds, in a sentence. */
export function describePlane({ fixedPoints }: PlaneFacts): string {
  const count = (stability: string) => fixedPoints.filter((point) => point.stability === stability).length;
  const stable = count("stable");
  if (stable === 0)
    return say`No attractor: every fixed point is unstable at this step size, so that nothing comes to rest.`;
  const others = [saddles(count("saddle")), unstable(count("unstable"))].filter(Boolean);
  const slowest = Math.max(...fixedPoints.filter(({ stability }) => stability === "stable").map((p) => p.moduli[0]));
  return say`${attractors(stable)}${others.length > 0 ? `, ${others.join(say` and `)}` : ""}. Close to an attractor, differences shrink to ${fixed(slowest, 2)} of their size each iteration${stable > 1 ? say` at most` : ""}.`;
}

/** Where the visitor's own start has come to. */
export function describeOwn(own: readonly (readonly Point[])[], name: string | null): string {
  const last = own.at(-1) ?? [];
  const iterations = last.length - 1;
  const kicks = own.length > 1 ? (own.length === 2 ? say`After 1 kick: ` : say`After ${own.length - 1} kicks: `) : "";
  if (!last.length) return say`Press anywhere in the plane: your start runs to its rest. Drag its end to kick it.`;
  return name
    ? say`${kicks}${kicks ? say`comes` : say`Comes`} to rest at ${name} in ${iterations} iterations. Drag the end to kick it.`
    : say`${kicks}${kicks ? say`has` : say`Has`} not come to rest in ${iterations} iterations.`;
}

/** How many of the engine's starts rest where. */
export function describeStarts(ends: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const end of ends) if (end) counts.set(end, (counts.get(end) ?? 0) + 1);
  const settled = [...counts.values()].reduce((a, b) => a + b, 0);
  const where = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, n]) => say`${n} at ${name}`);
  return settled === 0
    ? say`None of ${ends.length} random starts has come to rest.`
    : say`${settled} of ${ends.length} random starts have come to rest: ${where.join(", ")}.`;
}

function attractors(count: number): string {
  return count === 1 ? say`1 attractor` : say`${count} attractors`;
}

function saddles(count: number): string {
  return count === 0 ? "" : count === 1 ? say`1 saddle` : say`${count} saddles`;
}

function unstable(count: number): string {
  return count === 0 ? "" : count === 1 ? say`1 unstable point` : say`${count} unstable points`;
}
