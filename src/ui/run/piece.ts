import type { GridTag } from "../../model/analysis/gridTags";
import type { Outcome } from "../../model/eqr/record/outcome";
import { formatResidual } from "../../viz/format";
import type { TermName } from "../glossary";

/** A stretch of a sentence; `outcome` marks the words that carry the judgement. */
export interface Piece {
  readonly text: string;
  readonly outcome?: Outcome;
  /** The grid that it is about. */
  readonly grid?: GridTag | null;
  /** Changes at every iteration: not worth reading aloud. */
  readonly passing?: true;
  /** What explains it. */
  readonly term?: TermName;
  /** A number at the end of the text, to be set with a raised exponent. */
  readonly residual?: number;
}

/** The whole sentences. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text, residual }) => (residual === undefined ? text : text + formatResidual(residual))).join("");
}

/** The sentences without what changes at every iteration. */
export function spokenText(pieces: readonly Piece[]): string {
  const spoken = pieces.filter(({ passing }) => !passing).map(({ text }) => text);
  return spoken.join("");
}
