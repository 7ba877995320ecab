import type { BenchEvent, Report, Row } from "../protocol";

/** How the benchmark is doing. Rows that were measured stay in sight when it is cancelled or fails. */
export type BenchState =
  | { readonly kind: "idle"; readonly rows: readonly Row[] }
  | { readonly kind: "running"; readonly rows: readonly Row[]; readonly share: number; readonly text: string }
  | { readonly kind: "done"; readonly rows: readonly Row[]; readonly report: Report }
  | { readonly kind: "failed"; readonly rows: readonly Row[]; readonly message: string };

export type BenchAction = BenchEvent | { readonly kind: "started" } | { readonly kind: "cancelled" };

export const IDLE: BenchState = { kind: "idle", rows: [] };

export function afterEvent(state: BenchState, action: BenchAction): BenchState {
  switch (action.kind) {
    case "started":
      return { kind: "running", rows: [], share: 0, text: "Starting" };
    case "cancelled":
      return { kind: "idle", rows: state.rows };
    case "failed":
      return { kind: "failed", rows: state.rows, message: action.message };
    case "done":
      return { kind: "done", rows: action.report.rows, report: action.report };
    case "progress":
      return { kind: "running", rows: state.rows, share: action.done / action.total, text: action.text };
    case "row":
      return { ...state, rows: [...state.rows, action.row] };
  }
}
