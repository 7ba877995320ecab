import type { MapBackend } from "../backend/backend";
import type { Frame } from "../record/frame";
import { untilFit } from "./fitAxes";
import { copyOf, frozenRows, spreadRows } from "./frozen";
import type { Batch, Run } from "./run";

/** The iterations of a run that are under way on the device. */
export interface Pipeline {
  /** Queues as many batches as may be under way, towards n iterations now and `ahead` more. */
  fill(run: Run, n: number, ahead: number, focus: number): void;
  /** The next n frames of a batch at most; the last is the one that ends the run. Null once the run is given up. */
  take(run: Run, batch: Batch, n: number): Promise<Frame[] | null>;
  /** Takes halted trajectories out of the batch, once they are enough to be worth it. */
  takeOut(run: Run): void;
}

/** Rows are taken out once this share of them has halted: to copy the others costs about as much as a step of a few. */
const HALTED_SHARE = 1 / 8;

/** `compact`: whether trajectories are taken out at all. `isActive`: a run may be given up while it is awaited. */
export function createPipeline(backend: MapBackend, compact: boolean, isActive: (run: Run) => boolean): Pipeline {
  /** Queues n iterations and asks for what they leave behind. */
  function begin(run: Run, n: number, focus: number): void {
    const { dynamics, states, rows } = run;
    const from = run.begun + 1;
    for (let i = 0; i < n; i++) {
      run.begun++;
      const z = dynamics.step(run.base ?? run.z, run.begun, run.map.axes);
      run.base?.dispose();
      run.base = null;
      run.z = z;
      states.add(run.begun, z, rows);
    }
    const reading = dynamics.collect();
    const row = rows.indexOf(focus);
    const beliefs = row < 0 ? null : backend.beliefs(run.z, row);
    // Whoever awaits them hears of a failure; until then it must not count as unheard.
    for (const wait of [reading, beliefs]) wait?.catch(() => {});
    run.batches.push({ from, to: run.begun, rows, z: run.z, reading, taken: from - 1, focus, beliefs });
  }

  return {
    fill(run, n, ahead, focus) {
      const { dynamics, halting } = run;
      const goal = run.last.k + Math.min(n + ahead, Math.max(1, halting.ahead()), untilFit(run));
      while (run.batches.length < dynamics.batches && run.begun < goal) {
        const room = Math.min(n, goal - run.begun, dynamics.untilLook(run.begun, halting));
        begin(run, Math.max(1, room), focus);
      }
    },

    async take(run, batch, n) {
      const { from, to, rows, z } = batch;
      const { breadth } = run.recipe;
      const summaries = (await batch.reading).slice(batch.taken + 1 - from, batch.taken + 1 - from + n);
      if (!isActive(run)) return null;
      const frames: Frame[] = [];
      for (const summary of summaries) {
        const k = ++batch.taken;
        const numbers = spreadRows(summary, rows, frozenRows(run.halting, breadth), run.last, run.problem.grid);
        if (k === to) await run.dynamics.look(z, { k, ...numbers }, run.halting);
        if (!isActive(run)) return null;
        const frame: Frame = { k, ...numbers, ...run.dynamics.marksAt(k) };
        run.states.note(k, frame);
        frames.push(frame);
        run.end = run.halting.observe(frame);
        // A frame may be handed on to another thread, and its arrays with it.
        run.last = run.halting.running < breadth ? copyOf(frame) : frame;
        if (run.end) break;
      }
      return frames;
    },

    takeOut(run) {
      const isRunning = (trajectory: number) => run.halting.standing(trajectory) === "running";
      const [kept, gone] = [true, false].map((want) =>
        [...run.rows.keys()].filter((row) => isRunning(run.rows[row] ?? 0) === want),
      );
      if (!compact || run.end || !kept?.length || !gone?.length) return;
      if (run.dynamics.batches > 1 && gone.length < run.rows.length * HALTED_SHARE) return;
      run.states.rest(
        backend.gather(gone.map((row) => ({ z: run.z, row }))),
        gone.flatMap((row) => run.rows[row] ?? []),
      );
      const next = run.dynamics.only(kept, run.base ?? run.z);
      run.base?.dispose();
      run.base = next;
      run.rows = kept.flatMap((row) => run.rows[row] ?? []);
      backend.trim?.();
    },
  };
}
