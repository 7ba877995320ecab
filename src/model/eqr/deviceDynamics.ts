import type { Problem } from "../tasks/task";
import type { DeviceSearch, MapBackend } from "./backend";
import type { Dynamics } from "./dynamics";
import { NUDGE } from "./nudges/nudge";
import { createNudgeLog, PURE } from "./nudges/nudgeLog";
import type { Recipe } from "./recipe";
import { replay } from "./replay";
import { startStates } from "./termStart";

/** The dynamics where halting and nudges run on the device: it never waits for a look, and what it did is read off later. */
export function createDeviceDynamics(
  backend: MapBackend,
  search: DeviceSearch,
  recipe: Recipe,
  problem: Problem,
): Dynamics {
  const { breadth, nudges } = recipe;
  const log = nudges > 0 ? createNudgeLog(breadth, problem.grid) : null;
  /** Iteration of the next summary that will be read. */
  let next = 1;
  let rows = Array.from({ length: breadth }, (_, t) => t);

  return {
    start: () => startStates(backend, recipe, problem),
    step: search.step,

    async collect() {
      const of = rows;
      const read = await search.collect();
      return read.map(({ summary, stateOf }) => {
        const k = next++;
        const looked = log && k % NUDGE.look === 0 ? of : [];
        for (const [row, trajectory] of looked.entries()) log?.note(trajectory, k, stateOf(row));
        return summary;
      });
    },

    untilLook: () => Number.POSITIVE_INFINITY,
    batches: 2,
    look: async () => {},
    marksAt: (k) => log?.marksAt(k) ?? PURE,

    only(kept, z) {
      rows = kept.flatMap((row) => rows[row] ?? []);
      return search.only(kept, z);
    },

    replay: (trajectory, from, k) => replay(backend, recipe, problem, log, trajectory, from, k),
    dispose: search.dispose,
  };
}
