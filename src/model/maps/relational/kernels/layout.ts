import { summaryLayout } from "../../../eqr/kernels/packing";
import { type Model, weight } from "../../../eqr/model/model";
import { UNITS } from "../weights";

/** Latents of a state: 9 rows x 9 columns x 9 digits. */
export const CANDIDATES = 729;

/** Where the numbers of a summary lie. */
export const SUMMARY_LAYOUT = summaryLayout({ rows: 9, columns: 9, values: 9 });

/** Where the vectors of the units of a state begin (mix.wgsl): cells, row segments, column segments, digits. */
export const POOLED_LAYOUT = {
  ROW_SEGS: 81,
  COL_SEGS: 81 + 243,
  DIGITS: 81 + 2 * 243,
  POOLED: 81 + 2 * 243 + 9,
} as const;

/**
 * Constants of the kernels of a map with d features: sizes and offsets in vec4s. A latent is Q of them; the weights of a
 * block lie in one buffer, in the order of packBlock. Throws a RangeError for a d that the kernels cannot take.
 */
export function mapConstants(d: number): MapConstants {
  if (d % 4 !== 0 || d < 4 || d > 64)
    throw new RangeError(`The kernels need 4 to 64 features in steps of 4, not ${d}.`);
  const Q = d / 4;
  const mix = 2 * d * Q; // vec4s of a [d, 2 d] matrix
  const offsets = Object.fromEntries(UNITS.map((unit, i) => [`W_${unit.toUpperCase()}`, i * mix]));
  const BIAS = UNITS.length * mix;
  const W_OUT = BIAS + 2 * Q;
  const EMB = W_OUT + d * Q;
  const HEADS = EMB + 3 * Q;
  return {
    Q,
    CANDIDATES,
    // Room for the hidden features of a candidate, and later for the two vec4s of its part in the summary.
    AUX: Math.max(Q, 2),
    MIXED: POOLED_LAYOUT.POOLED * 2 * Q + 1,
    ...POOLED_LAYOUT,
    ...SUMMARY_LAYOUT,
    ...offsets,
    BIAS,
    W_OUT,
    EMB,
    HEADS,
  };
}

/** Floats of a state as candidate.wgsl leaves it, with room for hidden features or parts of the summary. */
export function stateFloats(d: number): number {
  return CANDIDATES * (d + 4 * mapConstants(d).AUX);
}

interface MapConstants extends Readonly<Record<string, number>> {
  readonly Q: number;
  readonly AUX: number;
  readonly MIXED: number;
}

/**
 * The weights that the kernels of block i read, in one array: mix.self ... mix.all [d, 2 d] each, bias [2 d], out [d, d];
 * then those that belong to no block: emb [3, d], digit [d], q_weight [d].
 */
export function packBlock(model: Model, i: number): Float32Array {
  const own = [...UNITS.map((unit) => `mix.${unit}`), "bias", "out"].map((name) => `blocks.${i}.${name}`);
  return concat([...own, "emb", "digit", "q_weight"].map((name) => weight(model, name).data));
}

function concat(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}
