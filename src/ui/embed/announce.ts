import { gridAt, type RunRecord, residualAt } from "../../model/eqr/record";
import { recipeId } from "../../model/export/recipeText";
import { extendsPuzzle, isValidGrid } from "../../model/sudoku/rules";
import type { RunState, RunStore } from "../store/run";

/** What a page hears of the run in its frame (docs/embed.md). Trajectories count from 1. */
export type EmbedMessage = { readonly source: "settle"; readonly version: 1 } & (
  | { readonly type: "ready"; readonly backend: "webgpu" | "wasm"; readonly device: string }
  | { readonly type: "started"; readonly run: string; readonly puzzle: string; readonly breadth: number }
  | {
      readonly type: "settled";
      readonly run: string;
      readonly trajectory: number;
      /** First iteration of the stretch below the tolerance. */
      readonly k: number;
      readonly residual: number;
      readonly q: number;
      /** 81 digits. */
      readonly grid: string;
      /** Whether it obeys the rules and keeps the givens: looked up afterwards, never used to choose. */
      readonly valid: boolean;
    }
  | {
      readonly type: "ended";
      readonly run: string;
      readonly k: number;
      readonly settled: number;
      readonly reason: string;
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
    tellSettled(record, told, say);
    if (record.end && !told.ended) {
      told.ended = true;
      const settled = record.settledAt.filter((k) => k >= 0).length;
      say({ type: "ended", run: told.run, k: record.frames.length - 1, settled, reason: record.end.kind });
    }
  };
  look(store.getState());
  return store.subscribe(look);
}

interface Told {
  readonly record: RunRecord | null;
  readonly run: string;
  readonly settled: Map<number, number>;
  revision: number;
  ended: boolean;
}

function createTold(record: RunRecord | null): Told {
  return { record, run: record ? recipeId(record.recipe) : "", settled: new Map(), revision: -1, ended: false };
}

function tellSettled(record: RunRecord, told: Told, say: (message: Said) => void): void {
  const last = record.frames.length - 1;
  record.settledAt.forEach((k, t) => {
    if (k < 0 || told.settled.get(t) === k) return;
    told.settled.set(t, k);
    const grid = gridAt(record, t, last);
    say({
      type: "settled",
      run: told.run,
      trajectory: t + 1,
      k,
      residual: residualAt(record, t, last),
      q: record.frames[last]?.q[t] ?? Number.NaN,
      grid: grid.join(""),
      valid: isValidGrid(grid) && extendsPuzzle(grid, record.recipe.puzzle),
    });
  });
}
