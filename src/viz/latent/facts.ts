import type { Anatomy } from "../../model/eqr/model/anatomy";
import { fixed, say } from "../../words/say";
import { capitalized, formatPercent, formatSigned } from "../format";

/** The candidates of a cell: shares by softmax, and the entropy of their distribution. */
export interface CellFacts {
  /** [values] softmax, NaN of a state that broke. */
  readonly shares: readonly number[];
  /** [values] softmax one iteration before; null at the start. */
  readonly before: readonly number[] | null;
  /** In bits, 0 to `most`. */
  readonly entropy: number;
  readonly entropyBefore: number | null;
  /** The most that a cell can leave open, in bits. */
  readonly most: number;
}

export function cellFacts({ logits, before, k }: Anatomy, cell: number, values: number): CellFacts {
  const own = (all: Float32Array) => softmax(all.subarray(cell * values, (cell + 1) * values));
  const shares = own(logits);
  const past = k > 0 ? own(before) : null;
  return {
    shares,
    before: past,
    entropy: entropyOf(shares),
    entropyBefore: past && entropyOf(past),
    most: Math.log2(values),
  };
}

export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits);
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** In bits; NaN where a share is. */
export function entropyOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => (share === 0 ? sum : sum - share * Math.log2(share)), 0);
}

/** A change of a share in percentage points, as text: "+12", "−3", "0". */
export function formatPoints(now: number, before: number): string {
  return formatSigned(Math.round(100 * (now - before)), 0);
}

export interface CandidateWords {
  readonly facts: CellFacts;
  readonly cellName: string;
  readonly digit: number;
  /** Value that the puzzle gives the cell, 0 for none. */
  readonly given: number;
  /** The quantity drawn and its value. */
  readonly reading: string;
}

/** A candidate in a sentence, for screen readers. */
export function candidateSentence({ facts, cellName, digit, given, reading }: CandidateWords): string {
  const { shares, before, entropy, most } = facts;
  const share = shares[digit - 1] ?? Number.NaN;
  const past = before?.[digit - 1];
  const moved = past === undefined ? "" : say` (${formatPoints(share, past)} points in this iteration)`;
  const place = `${capitalized(cellName)}${given > 0 ? say`, given ${given}` : ""}`;
  return say`${place}, digit ${digit}: softmax ${formatPercent(share)}${moved}; ${reading}. Entropy of the cell ${fixed(entropy, 2)} of ${fixed(most, 2)} bits.`;
}
