import { Button, ProgressBar } from "react-aria-components";
import { useStore } from "zustand";
import { BREADTH_KINDS, breadthKind } from "../../../model/eqr/recipe/presets";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import { costOf } from "../../../model/experiments/requests";
import { useApp, useRun, useSettings, useSetup, useTask } from "../../appContext";
import { spokenCost } from "../../experiments/cost";
import { useArrival } from "../../experiments/useArrival";
import { cardOf } from "../../store/run";
import { planOf } from "./plan";
import { evaluateSetup } from "./setup";
import type { Trial } from "./store";
import { describeProgress } from "./words";
import "../../controls/loading.css";
import { rich } from "../../../words/rich";
import { fromModel, say } from "../../../words/say";

/** What an evaluation would do and cost; then how far it is, with pause and cancel. */
export function EvaluationBar() {
  const { evaluation, experiments } = useApp();
  const { set, limit, trial } = useStore(evaluation.store);
  const [plan] = useSetup(evaluateSetup);
  const rate = useStore(experiments.store, (all) => all.rate);
  const card = useRun((state) => cardOf(state.worker));
  const ready = useRun((state) => state.worker.kind === "ready");
  const task = useTask();
  const fields = useSettings((state) => state.fields);
  const rule = useSettings((state) => state.rule);
  const { recipe, select } = planOf(plan, defaultRecipe(task.blank, card?.name ?? ""), fields, rule);
  const puzzles = set?.tasks.slice(0, limit).map(({ puzzle }) => puzzle) ?? [];
  const iterations = costOf({ kind: "evaluate", recipe, select, puzzles });
  const cost = spokenCost(iterations, rate);
  const can = ready && card !== null && puzzles.length > 0;
  const start = (): void => {
    if (card) evaluation.start(plan, { recipe, select }, card.flopsPerIteration);
  };
  useArrival("evaluate", can && !trial ? iterations : null, start);
  if (trial && (trial.status === "running" || trial.status === "paused")) return <Running trial={trial} />;

  const failed = trial?.status === "failed" && trial.judged.length < trial.tasks.length;
  return (
    <div className="evaluate-bar" data-figure="omit">
      <div className="evaluate-buttons">
        <Button className="button primary" isDisabled={!can} onPress={start}>{say`Evaluate`}</Button>
        {failed && <Button className="button" isDisabled={!ready} onPress={evaluation.resume}>{say`Go on`}</Button>}
      </div>
      <p className="fine">
        {failed && <span className="evaluate-problem">{fromModel(trial.message ?? "")} </span>}
        {rich`${<b>{breadthKind(recipe) === "pure" ? say`Pure` : say`Nudged`}</b>} breadth ${recipe.breadth}, depth ${recipe.depth}, λ ${recipe.lambda}, σ ${recipe.sigma}, chosen by ${select === "vote" ? say`votes` : select}: ${fromModel(BREADTH_KINDS[breadthKind(recipe)])}.`}{" "}
        {puzzles.length > 0 && say`On this device: ${cost}; a puzzle that settles or is accepted ends sooner.`}
      </p>
    </div>
  );
}

function Running({ trial }: { readonly trial: Trial }) {
  const { evaluation } = useApp();
  const paused = trial.status === "paused";
  const share = (100 * trial.judged.length) / Math.max(1, trial.tasks.length);
  return (
    <div className="evaluate-bar" data-figure="omit">
      <div className="evaluate-buttons">
        <Button className="button" onPress={() => evaluation.pause(!paused)}>
          {paused ? say`Go on` : say`Pause`}
        </Button>
        <Button className="button" onPress={evaluation.cancel}>{say`Cancel`}</Button>
      </div>
      <ProgressBar className="loading" value={share} aria-label={say`Evaluation`}>
        <p className="fine">{describeProgress(trial)}</p>
        <div className="loading-track">
          <div className="loading-fill" style={{ width: `${share}%` }} />
        </div>
      </ProgressBar>
    </div>
  );
}
