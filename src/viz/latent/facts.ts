import type { Anatomy } from "../../model/maps/relational/readout";
import { formatPercent, formatSigned } from "../format";
import type { Candidate } from "./layout";

/** The nine candidates of a cell: shares by softmax, and the entropy of their distribution. */
export interface CellFacts {
  /** [9] softmax, NaN of a state that broke. */
  readonly shares: readonly number[];
  /** [9] softmax one iteration before; null at the start. */
  readonly before: readonly number[] | null;
  /** In bits, 0 to log2(9). */
  readonly entropy: number;
  readonly entropyBefore: number | null;
}

/** The most that a cell can leave open, in bits. */
export const MOST_ENTROPY = Math.log2(9);

export function cellFacts({ logits, before, k }: Anatomy, cell: number): CellFacts {
  const shares = softmax(logits.subarray(cell * 9, cell * 9 + 9));
  const past = k > 0 ? softmax(before.subarray(cell * 9, cell * 9 + 9)) : null;
  return { shares, before: past, entropy: entropyOf(shares), entropyBefore: past && entropyOf(past) };
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

/** A candidate in words, for voices. */
export function candidateSentence(anatomy: Anatomy, { cell, digit }: Candidate, given: number, value: string): string {
  const { shares, before, entropy } = cellFacts(anatomy, cell);
  const share = shares[digit - 1] ?? Number.NaN;
  const past = before?.[digit - 1];
  const moved = past === undefined ? "" : ` (${formatPoints(share, past)} points in this iteration)`;
  const place = `Row ${Math.floor(cell / 9) + 1} column ${(cell % 9) + 1}${given > 0 ? `, given ${given}` : ""}`;
  return `${place}, digit ${digit}: softmax ${formatPercent(share)}${moved}; ${value}. Entropy of the cell ${entropy.toFixed(2)} of ${MOST_ENTROPY.toFixed(2)} bits.`;
}
