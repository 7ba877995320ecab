import type { Puzzle } from "../../grid";
import type { Fault } from "../line/cells";

/** What one line of a list or a table holds. */
export type Row =
  | {
      readonly ok: true;
      readonly puzzle: Puzzle;
      readonly solution: Puzzle | null;
      readonly source: string | null;
      /** Whether the line holds nothing else. */
      readonly alone: boolean;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly fault: Fault };

/** A row that cannot be read, or is no puzzle. */
export function refuse(why: string, line: number, offset: number): Row & { ok: false } {
  return { ok: false, fault: { line, offset, why } };
}
