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

/** The same for the pictures of the run: idle once its line there was put away. */
export function useDrawnExperiment<K extends ExperimentKind>(kind: K): ExperimentState<K> {
  const { experiments } = useApp();
  return useStore(experiments.store, (all) => {
    const state = stateOf(all, kind);
    return state.request && all.hidden.some((one) => one === state.request) ? stateOf(NOTHING, kind) : state;
  });
}

const NOTHING = { rate: null, states: {}, hidden: [] };
