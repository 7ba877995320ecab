import { acceptedAt } from "../../model/eqr/nudges/nudgeRecord";
import { rankAt } from "../../model/eqr/recipe/selection";
import { decodedAt, phaseAt, type RunRecord, residualAt, type Status, statusAt } from "../../model/eqr/record/record";
import { recipeId } from "../../model/export/recipeText";
import { isSolution } from "../../model/tasks";
import type { RunState, RunStore } from "../store/run";

/** A state as it is reported to another page. Trajectories count from 1. */
interface ReportedState {
  readonly trajectory: number;
  readonly k: number;
  readonly residual: number;
  readonly q: number;
  /** The decoded values of all cells, in reading order. */
  readonly grid: string;
  /** Whether it obeys the rules and keeps the givens: looked up afterwards, never used to choose. */
  readonly valid: boolean;
}

/** What a page hears of the run in its frame (docs/embed.md). */
export type EmbedMessage = { readonly source: "settle"; readonly version: 1 } & (
  | { readonly type: "ready"; readonly backend: "webgpu" | "wasm"; readonly device: string }
  | { readonly type: "started"; readonly run: string; readonly puzzle: string; readonly breadth: number }
  /** `k` is the first iteration of the stretch below the tolerance. */
  | ({ readonly type: "settled"; readonly run: string } & ReportedState)
  /** With nudges alone: after the release the state came to rest, and the network believed in it. `k` is the iteration whose state was accepted. */
  | ({ readonly type: "accepted"; readonly run: string } & ReportedState)
  | {
      readonly type: "ended";
      readonly run: string;
      readonly k: number;
      readonly settled: number;
      readonly accepted: number;
      readonly reason: string;
      /** The first by residual (model/eqr/recipe/selection.ts), accepted ones first, and what it is doing: also where none has settled. */
      readonly best: ReportedState & { readonly status: Status | "accepted" };
    }
  | { readonly type: "failed"; readonly message: string }
  /** The height in pixels that the page would like at its present width; again whenever it changes. */
  | { readonly type: "size"; readonly height: number }
);

type Said = EmbedMessage extends infer M ? (M extends EmbedMessage ? Omit<M, "source" | "version"> : never) : never;

/** A message to the page around this one: to any origin, as whoever embeds the page chose the run. */
export function postToHost(message: Said): void {
  if (window.parent !== window) window.parent.postMessage({ source: "settle", version: 1, ...message }, "*");
}

/** Reports what happens in the run to `post`, each thing once. */
export function announce(store: RunStore, post: (message: EmbedMessage) => void): () => void {
  const say = (message: Said) => post({ source: "settle", version: 1, ...message } as EmbedMessage);
  let reported = createReported(null);
  let worker: RunState["worker"]["kind"] = "loading";
  const look = (state: RunState): void => {
    if (state.worker.kind !== worker) {
      worker = state.worker.kind;
      if (state.worker.kind === "ready")
        say({ type: "ready", backend: state.worker.backend.kind, device: state.worker.backend.device });
      if (state.worker.kind === "failed") say({ type: "failed", message: state.worker.message });
    }
    const { record } = state;
    if (!record || (record === reported.record && record.revision === reported.revision)) return;
    if (record !== reported.record) {
      reported = createReported(record);
      say({ type: "started", run: reported.run, puzzle: record.recipe.puzzle, breadth: record.recipe.breadth });
    }
    reported.revision = record.revision;
    reportArrivals(record, reported, say);
    if (record.end && !reported.ended) {
      reported.ended = true;
      say(endOf(record, reported.run, record.end.kind));
    }
  };
  look(store.getState());
  return store.subscribe(look);
}

interface Reported {
  readonly record: RunRecord | null;
  readonly run: string;
  readonly settled: Map<number, number>;
  readonly accepted: Set<number>;
  revision: number;
  ended: boolean;
}

function createReported(record: RunRecord | null): Reported {
  const run = record ? recipeId(record.recipe) : "";
  return { record, run, settled: new Map(), accepted: new Set(), revision: -1, ended: false };
}

function reportArrivals(record: RunRecord, reported: Reported, say: (message: Said) => void): void {
  const last = record.frames.length - 1;
  record.settledAt.forEach((k, t) => {
    if (k >= 0 && reported.settled.get(t) !== k) {
      reported.settled.set(t, k);
      say({ type: "settled", run: reported.run, ...stateOf(record, t, last), k });
    }
    const at = reported.accepted.has(t) ? null : acceptedAt(record, t, last);
    if (at === null) return;
    reported.accepted.add(t);
    say({ type: "accepted", run: reported.run, ...stateOf(record, t, at) });
  });
}

function endOf(record: RunRecord, run: string, reason: string): Said {
  const k = record.frames.length - 1;
  const accepted = [...record.settledAt.keys()].filter((t) => phaseAt(record, t, k) === "accepted");
  const [best = 0] = rankAt(record, k, "residual");
  return {
    type: "ended",
    run,
    k,
    settled: record.settledAt.filter((at) => at >= 0).length,
    accepted: accepted.length,
    reason,
    best: { ...stateOf(record, best, k), status: accepted.includes(best) ? "accepted" : statusAt(record, best, k) },
  };
}

function stateOf(record: RunRecord, t: number, k: number): ReportedState {
  const grid = decodedAt(record, t, k);
  return {
    trajectory: t + 1,
    k,
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    grid: grid.join(""),
    valid: isSolution(record.problem, grid),
  };
}
