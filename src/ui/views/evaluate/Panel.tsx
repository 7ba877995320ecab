import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { useApp, useRun } from "../../appContext";
import { Term } from "../../controls/Term";
import { shippedWords } from "../../experiments/shippedWords";
import { useExperiment } from "../../experiments/useExperiment";
import { useShipped } from "../../experiments/useShipped";
import { StageHead } from "../../panels/StageHead";
import { cardOf } from "../../store/run";
import { EvaluationBar } from "./EvaluationBar";
import { EvaluationResult } from "./EvaluationResult";
import { EvaluationSetup } from "./EvaluationSetup";
import { shippedTrial } from "./shippedTrial";
import "./evaluate.css";
import { say } from "../../../words/say";

/** Check the claims: many puzzles on this device, with what came of them as it comes. */
export function Panel() {
  const { evaluation } = useApp();
  const set = useStore(evaluation.store, (state) => state.set);
  const problem = useStore(evaluation.store, (state) => state.problem);
  const trial = useStore(evaluation.store, (state) => state.trial);
  useShipped("evaluate");
  const { state } = useExperiment("evaluate");
  const card = useRun(({ worker }) => cardOf(worker));
  const index = useRun((one) => one.index);
  const shipped = useMemo(() => shippedTrial(state, set?.tasks ?? [], card), [state, set, card]);
  useEffect(() => {
    if (!evaluation.store.getState().set) void evaluation.takeSample();
  }, [evaluation]);
  return (
    <>
      <StageHead
        title={say`Check it yourself`}
        note={
          <Term name="evaluation">
            {set ? say`${set.tasks.length} puzzles of ${set.name}` : say`many puzzles, on this device`}
          </Term>
        }
      />
      <div className="evaluate" data-figure="whole">
        <EvaluationSetup />
        {problem && (
          <p className="evaluate-problem" role="alert">
            {problem}
          </p>
        )}
        <EvaluationBar />
        {trial ? (
          <EvaluationResult trial={trial} />
        ) : shipped ? (
          <EvaluationResult trial={shipped} shipped={shippedWords(shipped.request, index, card?.name ?? "")} />
        ) : (
          <p className="evaluate-empty">{say`Evaluate: the share solved by depth and by breadth grows here puzzle by puzzle, and those that are not solved are listed.`}</p>
        )}
      </div>
    </>
  );
}
