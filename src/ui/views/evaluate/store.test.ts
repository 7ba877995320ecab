import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { FromWorker, ToWorker } from "../../../model/worker/protocol";
import { createExperiments } from "../../experiments/store";
import { createPuzzleStore } from "../../store/puzzle";
import { taskViewNamed } from "../../tasks";
import { createEvaluation } from "./store";
import { describeProgress } from "./words";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const solution = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const file = (text: string) => new File([text], "mine.csv");
const recipe = { ...defaultRecipe(puzzle, "m"), breadth: 2, depth: 2 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function page(sample = "") {
  const sent: ToWorker[] = [];
  let tell: (message: FromWorker) => void = () => {};
  const listeners: ((message: FromWorker) => void)[] = [];
  const client = {
    send: (message: ToWorker) => sent.push(message),
    subscribe(listener: (message: FromWorker) => void) {
      listeners.push(listener);
      tell = (message) => {
        for (const one of listeners) one(message);
      };
      return () => {};
    },
  };
  let clock = 0;
  const evaluation = createEvaluation({
    client,
    experiments: createExperiments(client),
    assets: { sample: async () => (sample === "" ? Promise.reject(new Error("It could not be fetched.")) : sample) },
    puzzle: createPuzzleStore(
      { puzzle, source: "typed" },
      { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    ),
    taskView: taskViewNamed,
    now: () => clock,
  });
  const lastId = () => sent.findLast((m) => m.type === "experiment")?.id ?? -1;
  return {
    evaluation,
    sent,
    state: () => evaluation.store.getState(),
    pass(milliseconds: number) {
      clock += milliseconds;
      vi.advanceTimersByTime(milliseconds);
    },
    /** The worker answers a puzzle of its own list. */
    answer(index: number, grid: string) {
      const found = { index, guesses: 1, grid, iterations: 2, accepted: true, settled: true, cycles: 2 };
      const answers = [{ ...found, residual: 1e-6, q: 3, marks: { grids: [grid], table: [0, 0, 0, 0] } }];
      const event = { kind: "progress", done: 1, total: 9, partial: { answers } } as const;
      tell({ type: "experiment", id: lastId(), event });
    },
    tell: (event: Extract<FromWorker, { type: "experiment" }>["event"]) =>
      tell({ type: "experiment", id: lastId(), event }),
  };
}

async function begun(lines: number) {
  const p = page();
  await p.evaluation.takeFile(file(`${puzzle},${solution}\n`.repeat(lines)));
  p.evaluation.start("page", { recipe, select: "residual" }, 1e9);
  return p;
}

it("takes a file, and says in words why it does not", async () => {
  const p = page();
  await p.evaluation.takeFile(file(`${puzzle}\nnonsense\n`));
  expect(p.state()).toMatchObject({
    limit: 1,
    problem: null,
    set: { name: "mine.csv", malformed: [expect.stringMatching(/^Line 2, character 1: "n" is neither/)] },
  });
  await p.evaluation.takeFile(file("12345"));
  expect(p.state().problem).toMatch(/^mine.csv holds no puzzle to evaluate. Line 1: Found 5 cells, a Sudoku has 81/);
  expect(p.state().set?.tasks).toHaveLength(1);
  await p.evaluation.takeSample();
  expect(p.state().problem).toMatch(/could not be fetched/);
});

it("takes the sample", async () => {
  const p = page(`# sample\n${puzzle},${solution},0\n`);
  await p.evaluation.takeSample();
  expect(p.state().set?.tasks).toMatchObject([{ line: 2, puzzle, solution }]);
});

it("judges what the worker answers, and ends with it", async () => {
  const p = await begun(3);
  expect(p.sent.at(-1)).toMatchObject({ request: { kind: "evaluate", puzzles: [puzzle, puzzle, puzzle] } });
  p.answer(1, solution);
  p.answer(0, "1".repeat(81));
  p.pass(1000);
  expect(p.state().trial?.judged.map(({ solved, marks }) => [solved, marks[0]])).toEqual([
    [true, true],
    [false, false],
  ]);
  const { trial } = p.state();
  expect(trial && describeProgress(trial)).toBe("2 of 3 puzzles answered, less than a second left");
  p.answer(2, solution);
  p.tell({ kind: "done", result: { answers: [] } });
  expect(p.state().trial).toMatchObject({ status: "done", judged: [{}, {}, {}] });
});

it("pauses without counting the time, and goes on", async () => {
  const p = await begun(2);
  p.pass(4000);
  p.answer(0, solution);
  p.evaluation.pause(true);
  expect(p.sent.at(-1)).toMatchObject({ type: "pause-experiment", on: true });
  expect(p.state().trial).toMatchObject({ status: "paused", worked: 4000, judged: [{}] });
  p.pass(60_000);
  p.evaluation.pause(false);
  p.answer(1, solution);
  p.pass(1000);
  expect(p.state().trial).toMatchObject({ status: "running", judged: [{}, {}] });
  expect(p.state().trial?.worked).toBeLessThanOrEqual(5000);
});

it("goes on with what was left when the device is lost", async () => {
  const p = await begun(3);
  p.answer(1, solution);
  p.tell({ kind: "failed", message: "The device was lost." });
  expect(p.state().trial).toMatchObject({ status: "failed", message: "The device was lost.", judged: [{}] });
  p.evaluation.resume();
  expect(p.sent.at(-1)).toMatchObject({ request: { puzzles: [puzzle, puzzle] } });
  p.answer(1, solution);
  p.pass(1000);
  expect(p.state().trial?.judged.map(({ answer }) => answer.index)).toEqual([1, 2]);
});

it("keeps what was answered when it is cancelled, and hears no more", async () => {
  const p = await begun(2);
  p.answer(0, solution);
  p.evaluation.cancel();
  expect(p.sent.at(-1)).toMatchObject({ type: "cancel-experiment" });
  p.answer(1, solution);
  p.pass(1000);
  expect(p.state().trial).toMatchObject({ status: "done", judged: [{}] });
});
