import { useEffect } from "react";
import { useStore } from "zustand";
import { useApp } from "../../appContext";
import { Term } from "../../controls/Term";
import { StageHead } from "../../panels/StageHead";
import { EvaluationBar } from "./EvaluationBar";
import { EvaluationResult } from "./EvaluationResult";
import { EvaluationSetup } from "./EvaluationSetup";
import "./evaluate.css";

/** Check the claims: many puzzles on this device, with what came of them as it comes. */
export function Panel() {
  const { evaluation } = useApp();
  const set = useStore(evaluation.store, (state) => state.set);
  const problem = useStore(evaluation.store, (state) => state.problem);
  const trial = useStore(evaluation.store, (state) => state.trial);
  useEffect(() => {
    if (!evaluation.store.getState().set) void evaluation.takeSample();
  }, [evaluation]);
  return (
    <>
      <StageHead
        title="Check it yourself"
        note={
          <Term name="evaluation">
            {set ? `${set.tasks.length} puzzles of ${set.name}` : "many puzzles, on this device"}
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
        ) : (
          <p className="evaluate-empty">
            Evaluate: the share solved by depth and by breadth grows here puzzle by puzzle, and those that are not
            solved are listed.
          </p>
        )}
      </div>
    </>
  );
}
