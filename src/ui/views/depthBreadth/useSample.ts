import { useEffect } from "react";
import { useStore } from "zustand";
import { say } from "../../../words/say";
import { useApp, useRun, useSetup } from "../../appContext";
import { isShipped, shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { sameDynamics, sampleRequest } from "./ensemble";
import { ensembleSetup } from "./setup";

/** The sample's trials as far as they are known, and what the bar needs to measure them. Two views share them. */
export function useSample() {
  const { sample } = useApp();
  const [{ sampleStarts }] = useSetup(ensembleSetup);
  const puzzles = useStore(sample.store);
  const recipe = useRun((state) => state.record?.recipe ?? null);
  const { state } = useExperiment("sample");
  useEffect(() => sample.want(), [sample]);
  const problem =
    puzzles.kind === "failed"
      ? puzzles.message
      : puzzles.kind === "loading"
        ? say`The sample of puzzles is being fetched.`
        : recipe
          ? null
          : say`This starts once the network is loaded.`;
  const ready = puzzles.kind === "ready" && recipe && !problem;
  const fits = isShipped(state) || (state.request && recipe && sameDynamics(state.request.recipe, recipe, false));
  const count = puzzles.kind === "ready" ? puzzles.puzzles.length : 0;
  return {
    table: fits ? shownOf(state) : null,
    request: state.request,
    bar: {
      request: ready ? sampleRequest(recipe, puzzles.puzzles, sampleStarts) : null,
      what:
        problem ??
        say`Runs ${count} puzzles from ${sampleStarts === 1 ? say`one start` : say`${sampleStarts} starts`} each, with this step size and noise, to rest or to depth ${recipe?.depth ?? 0}.`,
    },
  };
}
