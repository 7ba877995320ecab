import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { appendFrame, createRecord, type RunRecord } from "../../model/eqr/record/record";
import { digitsOf } from "../../model/tasks/sudoku/grid";
import type { Reached } from "./course";
import { isEarned, judgeAnswer, NO, type Scene, YES } from "./progress";
import { atStart, opensAt } from "./writing/link";
import { offerOf } from "./writing/offer";

const solved = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";

/** A run of two starts of which the first rests from iteration 3 on. */
function runOf(iterations: number): RunRecord {
  const record = createRecord({ ...defaultRecipe(".".repeat(81), "m"), breadth: 2, tolerance: 1e-4 });
  for (let k = 0; k <= iterations; k++)
    appendFrame(record, {
      k,
      residual: Float32Array.of(k >= 3 ? 1e-5 : 0.1, 0.1),
      q: new Float32Array(2),
      coords: new Float32Array(6),
      digits: Uint8Array.from([...digitsOf(solved), ...digitsOf(solved)]),
      confidence: new Uint8Array(2 * 81).fill(255),
    });
  return record;
}

const sceneOf = (record: RunRecord, cursor = record.frames.length - 1): Scene => ({
  ...{ record, cursor },
  view: "map",
  letters: ["B", null],
});
const ended = (record: RunRecord): RunRecord => Object.assign(record, { end: { kind: "depth" } as const });
const whether = (state: Reached) => ({ kind: "whether", text: "?", state }) as const;

it("answers whether a run reaches a state as soon as it does, or once it has ended without", () => {
  const one = whether({ kind: "settled", count: 1 });
  const two = whether({ kind: "settled", count: 2 });
  const early = sceneOf(runOf(2));
  expect(judgeAnswer(one, undefined, early)).toEqual({ kind: "open" });
  expect(judgeAnswer(one, YES, early)).toEqual({ kind: "open" });
  const run = runOf(8);
  expect(judgeAnswer(one, YES, sceneOf(run))).toEqual({ kind: "right", truth: "yes" });
  expect(judgeAnswer(one, NO, sceneOf(run))).toEqual({ kind: "wrong", truth: "yes" });
  expect(judgeAnswer(two, NO, sceneOf(run))).toEqual({ kind: "open" });
  expect(judgeAnswer(two, NO, sceneOf(ended(run)))).toEqual({ kind: "right", truth: "no" });
  // What is not shown yet does not answer.
  expect(judgeAnswer(two, NO, sceneOf(run, 4))).toEqual({ kind: "open" });
  expect(judgeAnswer(whether({ kind: "settledOn", letter: "B" }), YES, sceneOf(run))).toEqual({
    kind: "right",
    truth: "yes",
  });
});

it("offers to ask about what the run has reached", () => {
  const { found, states } = offerOf(runOf(8), 8, ["B", null, "A", "B"]);
  expect(found).toMatchObject({ iterations: 8, settled: 1, firstRest: 3 });
  expect(states).toEqual([
    { kind: "ended" },
    { kind: "iteration", k: 8 },
    { kind: "settled", count: 1 },
    { kind: "settledOn", letter: "A" },
    { kind: "settledOn", letter: "B" },
  ]);
  expect(offerOf(null, 0, []).found.settled).toBeNaN();
});

it("opens a state at its start, where nothing of the answer is in sight", () => {
  const reads = () => true;
  const link = `#v=1&p=${".".repeat(81)}&b=2&d=64&k=30&view=map&x=12&to=40&fit=40`;
  expect(opensAt(link, reads)).toBe(30);
  expect(opensAt(atStart(link, reads), reads)).toBe(0);
  expect(atStart(link, reads)).not.toMatch(/[&#](to|fit|o)=/);
  expect(atStart("#v=1&p=x", reads)).toBe("#v=1&p=x");
});

it("marks no task as done that the step's own link has done", () => {
  const link = `#v=1&p=${".".repeat(81)}&view=plane`;
  expect(isEarned({ link, until: { kind: "view", view: "plane" } })).toBe(false);
  expect(isEarned({ link, until: null })).toBe(false);
  expect(isEarned({ link, until: { kind: "view", view: "kick" } })).toBe(true);
  expect(isEarned({ link, until: { kind: "ended" } })).toBe(true);
});
