import { useCallback, useEffect, useReducer, useRef } from "react";
import { WASM_URLS } from "../../ui/wasmUrls";
import type { BenchEvent, ContestantName, Plan } from "../protocol";
import { afterEvent, type BenchState, IDLE } from "./state";

declare global {
  interface Window {
    /** Hears every event of a run: how `npm run bench` follows one. */
    benchEvent?: (event: BenchEvent) => void;
  }
}

export interface Bench {
  readonly state: BenchState;
  /** `model` null for the page's own. */
  start(plan: Plan, contestants: readonly ContestantName[], model: string | null): void;
  cancel(): void;
}

/** Runs the benchmark in a worker of its own; to cancel it is to end the worker. */
export function useBench(): Bench {
  const [state, dispatch] = useReducer(afterEvent, IDLE);
  const worker = useRef<Worker | null>(null);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = useCallback(
    (plan: Plan, contestants: readonly ContestantName[], model: string | null) => {
      end();
      dispatch({ kind: "started" });
      const started = new Worker(new URL("../worker.ts", import.meta.url), { type: "module" });
      worker.current = started;
      const hear = (event: BenchEvent) => {
        if (worker.current !== started) return;
        dispatch(event);
        window.benchEvent?.(event);
        if (event.kind === "done" || event.kind === "failed") end();
      };
      started.addEventListener("message", ({ data }: MessageEvent<BenchEvent>) => hear(data));
      started.addEventListener("error", ({ message }) =>
        hear({ kind: "failed", message: `The benchmark's program broke off: ${message || "it could not be loaded"}.` }),
      );
      const weightsUrl = new URL("weights/", document.baseURI).href;
      started.postMessage({ weightsUrl, wasmUrls: WASM_URLS, plan, contestants, model });
    },
    [end],
  );

  const cancel = useCallback(() => {
    end();
    dispatch({ kind: "cancelled" });
  }, [end]);

  return { state, start, cancel };
}
