import { useEffect, useRef, useState } from "react";
import { fromModel } from "../../../words/say";
import type { ExportProgress } from "../../export/progress";

export type LongAttempt =
  | { readonly kind: "idle"; readonly fault: string | null }
  | { readonly kind: "running"; readonly done: number; readonly total: number };

/** Work that takes a while: how far it is, a way to stop it, and what went wrong. Leaving the dialog stops it. */
export function useLongAttempt() {
  const [state, setState] = useState<LongAttempt>({ kind: "idle", fault: null });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  return {
    state,
    cancel: () => abort.current?.abort(),
    run(work: (progress: ExportProgress) => Promise<void>): void {
      const own = new AbortController();
      abort.current = own;
      setState({ kind: "running", done: 0, total: 0 });
      const onProgress = (done: number, total: number) => setState({ kind: "running", done, total });
      work({ onProgress, signal: own.signal }).then(
        () => setState({ kind: "idle", fault: null }),
        (error) => {
          const fault = own.signal.aborted ? null : fromModel(error instanceof Error ? error.message : String(error));
          setState({ kind: "idle", fault });
        },
      );
    },
  };
}
