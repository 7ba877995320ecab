import { createStore } from "zustand/vanilla";
import type {
  ExperimentEvent,
  ExperimentKind,
  ExperimentRequest,
  PartialOf,
  RequestOf,
  ResultOf,
} from "../../model/experiments/requests";
import type { ResultFile, ShippedKind } from "../../model/export/resultFile";
import type { ModelClient } from "../run/playbackLoop";

/** How an experiment stands on the page. A cancelled one is idle again, and keeps what it had drawn. */
export type ExperimentState<K extends ExperimentKind> =
  | { readonly status: "idle"; readonly request: RequestOf<K> | null; readonly partial: PartialOf<K> | null }
  | {
      readonly status: "running";
      readonly id: number;
      readonly request: RequestOf<K>;
      /** Iterations of one state, made and to make at most; 0 of 0 until its first slice is done. */
      readonly done: number;
      readonly total: number;
      readonly partial: PartialOf<K> | null;
    }
  | {
      readonly status: "done";
      readonly request: RequestOf<K>;
      readonly result: ResultOf<K>;
      /** Measured beforehand, not on this device. */
      readonly shipped?: true;
    }
  | { readonly status: "failed"; readonly request: RequestOf<K>; readonly message: string };

export interface ExperimentsState {
  /** Iterations of one state a second, as this device has shown; null until it has. */
  readonly rate: number | null;
  /** By kind; a kind that was never started has no entry. */
  readonly states: { readonly [K in ExperimentKind]?: ExperimentState<K> };
  /** Requests whose lines over the pictures of the run were put away. */
  readonly hidden: readonly ExperimentRequest[];
}

const IDLE = { status: "idle", request: null, partial: null } as const;

export function stateOf<K extends ExperimentKind>(state: ExperimentsState, kind: K): ExperimentState<K> {
  return (state.states[kind] as ExperimentState<K> | undefined) ?? IDLE;
}

/** What there is to draw: the result, or what a running or cancelled one has told so far. */
export function shownOf<K extends ExperimentKind>(state: ExperimentState<K>): PartialOf<K> | null {
  return state.status === "done" ? state.result : state.status === "failed" ? null : state.partial;
}

/** Whether what is shown was measured beforehand, not on this device. */
export function isShipped<K extends ExperimentKind>(state: ExperimentState<K>): boolean {
  return state.status === "done" && state.shipped === true;
}

export type Experiments = ReturnType<typeof createExperiments>;

/** The page's experiments: at most one of a kind; a new one takes the place of the old. */
export function createExperiments(client: ModelClient) {
  const store = createStore<ExperimentsState>()(() => ({ rate: null, states: {}, hidden: [] }));
  let lastId = 0;
  /** The kinds that are on the stage. */
  const attended: ExperimentKind[] = [];

  function put<K extends ExperimentKind>(kind: K, state: ExperimentState<K>): void {
    store.setState(({ states }) => ({ states: { ...states, [kind]: state } }));
  }

  client.subscribe((message) => {
    if (message.type === "rate") store.setState({ rate: message.perSecond });
    if (message.type !== "experiment") return;
    for (const state of Object.values(store.getState().states))
      if (state?.status === "running" && state.id === message.id) put(state.request.kind, after(state, message.event));
  });

  return {
    store,
    /** Notes that a view shows this kind, until the returned function is called. */
    attend(kind: ExperimentKind): () => void {
      attended.push(kind);
      return () => void attended.splice(attended.indexOf(kind), 1);
    },
    /** Whether all that is on the stage was measured beforehand. */
    showsShipped: (): boolean =>
      attended.length > 0 && attended.every((kind) => isShipped(stateOf(store.getState(), kind))),
    /** Shows a shipped result where nothing has been measured; over the pictures of the run it draws no lines. */
    offer<K extends ShippedKind>(kind: K, { request, result }: ResultFile<K>): void {
      const state = stateOf(store.getState(), kind);
      if (state.request && !isShipped(state)) return;
      put(kind, { status: "done", request, result, shipped: true });
      this.hide(kind);
    },
    start(request: ExperimentRequest): void {
      this.cancel(request.kind);
      const id = ++lastId;
      put(request.kind, { status: "running", id, request, done: 0, total: 0, partial: null });
      client.send({ type: "experiment", id, request });
    },
    /** Puts away what an experiment has drawn over the pictures of the run, until it is run again. */
    hide(kind: ExperimentKind): void {
      const { request } = stateOf(store.getState(), kind);
      if (request)
        store.setState(({ hidden }) => ({ hidden: [...hidden.filter((one) => one.kind !== kind), request] }));
    },
    /** The page does not wait for the worker to stop: whatever it still sends of this one is not heard. */
    cancel(kind: ExperimentKind): void {
      const state = stateOf(store.getState(), kind);
      if (state.status !== "running") return;
      client.send({ type: "cancel-experiment", id: state.id });
      put(kind, { status: "idle", request: state.request, partial: state.partial });
    },
  };
}

function after<K extends ExperimentKind>(
  state: Extract<ExperimentState<K>, { status: "running" }>,
  event: ExperimentEvent<K>,
): ExperimentState<K> {
  const { request, partial } = state;
  switch (event.kind) {
    case "progress":
      return { ...state, done: event.done, total: event.total, partial: event.partial ?? partial };
    case "done":
      return { status: "done", request, result: event.result };
    case "failed":
      return { status: "failed", request, message: event.message };
    case "cancelled":
      return { status: "idle", request, partial };
  }
}
