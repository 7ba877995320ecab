import { createStore } from "zustand/vanilla";
import type { Answer } from "../../../model/evaluate/evaluate";
import type { Cost } from "../../../model/evaluate/figures";
import { type Judged, judge } from "../../../model/evaluate/judge";
import type { EvaluateRequest } from "../../../model/experiments/evaluation";
import { fromModel, say } from "../../../words/say";
import type { Assets } from "../../assets";
import { type Experiments, stateOf } from "../../experiments/store";
import type { ModelClient } from "../../run/playbackLoop";
import type { PuzzleStore } from "../../store/puzzle";
import type { PuzzleLine, TaskViewNamed } from "../../tasks/view";
import { type PuzzleSet, setOf } from "./plan";
import type { Plan } from "./setup";

/** An evaluation on the page, whether or not it is over. */
export interface Trial {
  readonly status: "running" | "paused" | "done" | "failed";
  readonly setName: string;
  readonly plan: Plan;
  /** What was asked for; its puzzles are those of `tasks`, in order. */
  readonly request: EvaluateRequest;
  readonly tasks: readonly PuzzleLine[];
  readonly cost: Cost;
  /** What has been answered, in the order in which the puzzles ended. */
  readonly judged: readonly Judged[];
  /** Milliseconds at work, pauses not counted, up to the newest answer. */
  readonly worked: number;
  /** Why it failed, in words. */
  readonly message: string | null;
}

export interface EvaluationState {
  readonly set: PuzzleSet | null;
  /** Why the last file was not taken, in words. */
  readonly problem: string | null;
  /** Puzzles at most, the first ones of the set. */
  readonly limit: number;
  readonly trial: Trial | null;
}

/** Answers come many a second; the pictures follow a few times a second. */
const SHOW_EVERY_MS = 250;

export interface EvaluationDeps {
  readonly client: ModelClient;
  readonly experiments: Experiments;
  readonly assets: Pick<Assets, "sample">;
  readonly puzzle: PuzzleStore;
  readonly taskView: TaskViewNamed;
  /** Milliseconds. */
  readonly now: () => number;
}

export type Evaluation = ReturnType<typeof createEvaluation>;

/** Evaluations on the page: one at a time, run by the worker as an experiment. */
export function createEvaluation({ client, experiments, assets, puzzle, taskView, now }: EvaluationDeps) {
  const store = createStore<EvaluationState>()(() => ({
    set: null,
    problem: null,
    limit: 0,
    trial: null,
  }));
  /** Index of a puzzle in the running experiment -> index of the task: a failed trial goes on with what is left. */
  let pending: readonly number[] = [];
  let waiting: Judged[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the clock was last read; null while nothing runs. */
  let since: number | null = null;
  let worked = 0;

  function patch(change: Partial<Trial>): void {
    store.setState(({ trial }) => ({ trial: trial && { ...trial, ...change } }));
  }

  function show(): void {
    clearTimeout(timer);
    timer = undefined;
    const some = waiting;
    waiting = [];
    if (since !== null) {
      worked += now() - since;
      since = now();
    }
    const { trial } = store.getState();
    if (trial && some.length > 0) patch({ judged: [...trial.judged, ...some], worked });
  }

  function receive(answers: readonly Answer[]): void {
    const { trial } = store.getState();
    for (const answer of answers) {
      const index = pending[answer.index] ?? -1;
      const task = trial?.tasks[index];
      if (trial && task) waiting.push(judge(task, { ...answer, index }, trial.request.recipe));
    }
    if (waiting.length > 0) timer ??= setTimeout(show, SHOW_EVERY_MS);
  }

  /** The clock stops with the work. */
  function halt(change: Partial<Trial>): void {
    show();
    since = null;
    patch(change);
  }

  experiments.store.subscribe((all, before) => {
    const [state, old] = [stateOf(all, "evaluate"), stateOf(before, "evaluate")];
    if (state === old) return;
    if (state.status === "running" && state.partial && (old.status !== "running" || state.partial !== old.partial))
      receive(state.partial.answers);
    if (state.status === "done") halt({ status: "done" });
    if (state.status === "failed") halt({ status: "failed", message: state.message });
  });

  function launch(trial: Trial): void {
    const answered = new Set(trial.judged.map(({ answer }) => answer.index));
    pending = trial.tasks.flatMap((_, index) => (answered.has(index) ? [] : [index]));
    since = now();
    store.setState({ trial: { ...trial, status: "running", message: null } });
    const puzzles = pending.map((index) => trial.tasks[index]?.puzzle ?? "");
    experiments.start({ ...trial.request, puzzles });
  }

  async function take(name: string, file: Blob): Promise<void> {
    const set = setOf(name, await taskView(puzzle.getState().task).readMany(file));
    store.setState({ set, problem: null, limit: set.tasks.length });
  }

  function refuse(error: unknown): void {
    store.setState({ problem: fromModel(error instanceof Error ? error.message : String(error)) });
  }

  return {
    store,
    /** Takes the puzzles of a file; the state says what is wrong with it. */
    async takeFile(file: File): Promise<void> {
      await take(file.name, file).catch(refuse);
    },
    async takeSample(): Promise<void> {
      await assets
        .sample()
        .then((text) => take(say`the shipped sample`, new Blob([text])))
        .catch(refuse);
    },
    setLimit: (limit: number) => store.setState({ limit }),
    start(plan: Plan, { recipe, select }: Pick<EvaluateRequest, "recipe" | "select">, flopsPerIteration: number): void {
      const { set, limit } = store.getState();
      if (!set) return;
      const tasks = set.tasks.slice(0, limit);
      const request = { kind: "evaluate", recipe, select, puzzles: tasks.map(({ puzzle }) => puzzle) } as const;
      const cost = { breadth: recipe.breadth, flopsPerIteration };
      clearTimeout(timer);
      [waiting, timer, worked] = [[], undefined, 0];
      launch({
        status: "running",
        setName: set.name,
        plan,
        request,
        tasks,
        cost,
        judged: [],
        worked: 0,
        message: null,
      });
    },
    pause(on: boolean): void {
      const { trial } = store.getState();
      const state = stateOf(experiments.store.getState(), "evaluate");
      if (!trial || state.status !== "running") return;
      client.send({ type: "pause-experiment", id: state.id, on });
      if (on) halt({ status: "paused" });
      else {
        since = now();
        patch({ status: "running" });
      }
    },
    /** Goes on with the puzzles that a failed trial left open. */
    resume(): void {
      const { trial } = store.getState();
      if (trial?.status === "failed") launch(trial);
    },
    /** Ends it; what has been answered stays. */
    cancel(): void {
      experiments.cancel("evaluate");
      halt({ status: "done" });
    },
  };
}
