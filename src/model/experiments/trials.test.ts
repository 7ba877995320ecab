import { describe, expect, it } from "vitest";
import type { TrialTable } from "../analysis/trialTable";
import type { Recipe } from "../eqr/recipe/recipe";
import { SETTLE_RUN } from "../eqr/record/atRest";
import { appendFrame, createRecord, isSettled, residualAt } from "../eqr/record/record";
import { createEngine } from "../eqr/run/engine";
import { finish, PUZZLE, recipe, testLab } from "../lab/lab.testing";
import { type SampleRequest, sample } from "./trials";

const OTHER = `.${PUZZLE.slice(1)}`;
const request: SampleRequest = {
  kind: "sample",
  recipe: { ...recipe, depth: 50 },
  puzzles: [PUZZLE, OTHER],
  first: 0,
  starts: 12,
};

/** The whole run of a puzzle by the engine, to compare with. */
async function recordOf(changes: Partial<Recipe>) {
  const { model, backend } = await testLab();
  const settings = { ...request.recipe, breadth: 12, ...changes };
  const engine = createEngine(backend, model);
  const record = createRecord(settings);
  appendFrame(record, await engine.start(settings));
  for (let end = null; !end; ) {
    const tick = await engine.tick(50);
    for (const frame of tick.frames) appendFrame(record, frame);
    end = tick.end;
  }
  return record;
}

async function trialsOf(changes: Partial<SampleRequest> = {}) {
  const { lab } = await testLab();
  return finish(sample.run(lab, { ...request, ...changes }));
}

const at = ({ starts, depths }: TrialTable, puzzle: number, start: number, depth: number) =>
  (puzzle * starts + start) * depths.length + depths.indexOf(depth);

describe("trials", () => {
  it("find every start of every puzzle where the engine finds it", async () => {
    const { result } = await trialsOf();
    expect(result.depths).toEqual([1, 2, 4, 8, 16, 32, 50]);
    for (const [puzzle, givens] of request.puzzles.entries()) {
      const record = await recordOf({ puzzle: givens });
      for (let start = 0; start < 12; start++) {
        const first = record.frames.findIndex(({ k }) => isSettled(record, start, k));
        expect(result.settledAt[puzzle * 12 + start]).toBe(first < 0 ? -1 : first - SETTLE_RUN + 1);
        for (const depth of [1, 8, 32])
          if (first < 0 || depth < first)
            expect(result.residual[at(result, puzzle, start, depth)]).toBeCloseTo(residualAt(record, start, depth), 5);
      }
    }
    expect(result.guesses[0]).toBe(0);
  });

  it("take further starts of the same run, with the noise of their own trajectories and iterations", async () => {
    const noisy = { ...request.recipe, sigma: 0.05 };
    const { result } = await trialsOf({ puzzles: [PUZZLE], recipe: noisy, first: 7, starts: 5 });
    const record = await recordOf({ sigma: 0.05 });
    for (let start = 0; start < 5; start++)
      expect(result.residual[at(result, 0, start, 32)]).toBeCloseTo(residualAt(record, 7 + start, 32), 5);
  });

  it("report what is known on the way, with never more work than is stated beforehand, the first starts first", async () => {
    const { reports, result } = await trialsOf({ starts: 20 });
    const cost = sample.cost({ ...request, starts: 20 });
    for (const { done, total } of reports) expect([total, done <= total]).toEqual([cost, true]);
    const known = reports[0]?.partial.residual ?? new Float32Array();
    expect(known.some(Number.isNaN)).toBe(true);
    expect(result.residual.some(Number.isNaN)).toBe(false);
    expect(result.settledAt.includes(0)).toBe(false);
    // An early snapshot is not changed by what came after.
    expect(reports[0]?.partial.residual).not.toEqual(result.residual);
  });

  it("of no puzzles are none", async () => {
    expect((await trialsOf({ puzzles: [] })).result.residual).toHaveLength(0);
  });
});
