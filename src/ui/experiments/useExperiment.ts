import { useStore } from "zustand";
import type { ExperimentKind, RequestOf } from "../../model/experiments/requests";
import { useApp } from "../appContext";
import { type ExperimentState, stateOf } from "./store";

/** An experiment of this kind on the page: how it stands, and how to start and stop it. */
export function useExperiment<K extends ExperimentKind>(kind: K) {
  const { experiments } = useApp();
  const state: ExperimentState<K> = useStore(experiments.store, (all) => stateOf(all, kind));
  return {
    state,
    start: (request: RequestOf<K>) => experiments.start(request),
    cancel: () => experiments.cancel(kind),
  };
}
