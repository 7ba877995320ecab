import { acceptedAt } from "../../model/eqr/nudges/nudgeRecord";
import { decodedAt, phaseAt, type RunRecord, residualAt, type Status, statusAt } from "../../model/eqr/record";
import { rankAt } from "../../model/eqr/selection";
import { recipeId } from "../../model/export/recipeText";
import { extendsPuzzle, isValidGrid } from "../../model/tasks/sudoku/rules";
import type { RunState, RunStore } from "../store/run";

/** A state as another page is told of it. Trajectories count from 1. */
interface ToldState {
  readonly trajectory: number;
  readonly k: number;
  readonly residual: number;
  readonly q: number;
  /** 81 digits. */
  readonly grid: string;
  /** Whether it obeys the rules and keeps the givens: looked up afterwards, never used to choose. */
  readonly valid: boolean;
}

/** What a page hears of the run in its frame (docs/embed.md). */
export type EmbedMessage = { readonly source: "settle"; readonly version: 1 } & (
  | { readonly type: "ready"; readonly backend: "webgpu" | "wasm"; readonly device: string }
  | { readonly type: "started"; readonly run: string; readonly puzzle: string; readonly breadth: number }
  /** `k` is the first iteration of the stretch below the tolerance. */
  | ({ readonly type: "settled"; readonly run: string } & ToldState)
  /** With nudges alone: the belief outlived the release. `k` is the iteration whose state was accepted. */
  | ({ readonly type: "accepted"; readonly run: string } & ToldState)
  | {
      readonly type: "ended";
      readonly run: string;
      readonly k: number;
      readonly settled: number;
      readonly accepted: number;
      readonly reason: string;
      /** The one of smallest residual, accepted ones first, and what it is doing: also where none has settled. */
      readonly best: ToldState & { readonly status: Status | "accepted" };
    }
  | { readonly type: "failed"; readonly message: string }
);

type Said = EmbedMessage extends infer M ? (M extends EmbedMessage ? Omit<M, "source" | "version"> : never) : never;

/** Tells `post` what happens in the run, each thing once. */
export function announce(store: RunStore, post: (message: EmbedMessage) => void): () => void {
  const say = (message: Said) => post({ source: "settle", version: 1, ...message } as EmbedMessage);
  let told = createTold(null);
  let engine: RunState["engine"]["kind"] = "loading";
  const look = (state: RunState): void => {
    if (state.engine.kind !== engine) {
      engine = state.engine.kind;
      if (state.engine.kind === "ready")
        say({ type: "ready", backend: state.engine.backend.kind, device: state.engine.backend.device });
      if (state.engine.kind === "failed") say({ type: "failed", message: state.engine.message });
    }
    const { record } = state;
    if (!record || (record === told.record && record.revision === told.revision)) return;
    if (record !== told.record) {
      told = createTold(record);
      say({ type: "started", run: told.run, puzzle: record.recipe.puzzle, breadth: record.recipe.breadth });
    }
    told.revision = record.revision;
    tellArrivals(record, told, say);
    if (record.end && !told.ended) {
      told.ended = true;
      say(endOf(record, told.run, record.end.kind));
    }
  };
  look(store.getState());
  return store.subscribe(look);
}

interface Told {
  readonly record: RunRecord | null;
  readonly run: string;
  readonly settled: Map<number, number>;
  readonly accepted: Set<number>;
  revision: number;
  ended: boolean;
}

function createTold(record: RunRecord | null): Told {
  const run = record ? recipeId(record.recipe) : "";
  return { record, run, settled: new Map(), accepted: new Set(), revision: -1, ended: false };
}

function tellArrivals(record: RunRecord, told: Told, say: (message: Said) => void): void {
  const last = record.frames.length - 1;
  record.settledAt.forEach((k, t) => {
    if (k >= 0 && told.settled.get(t) !== k) {
      told.settled.set(t, k);
      say({ type: "settled", run: told.run, ...stateOf(record, t, last), k });
    }
    const at = told.accepted.has(t) ? null : acceptedAt(record, t, last);
    if (at === null) return;
    told.accepted.add(t);
    say({ type: "accepted", run: told.run, ...stateOf(record, t, at) });
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

function stateOf(record: RunRecord, t: number, k: number): ToldState {
  const grid = decodedAt(record, t, k);
  return {
    trajectory: t + 1,
    k,
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    grid: grid.join(""),
    valid: isValidGrid(grid) && extendsPuzzle(grid, record.recipe.puzzle),
  };
}
