import { type Model, UNITS, weight } from "../weights";

/** Latents of a state: 9 rows x 9 columns x 9 digits. */
export const CANDIDATES = 729;

/** Where the pooled vectors of a state begin (pools.wgsl): cells, row segments, column segments, digits. */
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
export function mapConstants(d: number): Record<string, number> {
  if (d % 4 !== 0 || d < 4 || d > 64)
    throw new RangeError(`The kernels need 4 to 64 features in steps of 4, not ${d}.`);
  const Q = d / 4;
  const mix = 2 * d * Q; // vec4s of a [d, 2 d] matrix
  const offsets = Object.fromEntries(UNITS.map((unit, i) => [`W_${unit.toUpperCase()}`, i * mix]));
  const BIAS = UNITS.length * mix;
  return { Q, CANDIDATES, ...POOLED_LAYOUT, ...offsets, BIAS, W_OUT: BIAS + 2 * Q };
}

/** The weights of block i in one array: mix.self ... mix.all [d, 2 d] each, bias [2 d], out [d, d]. */
export function packBlock(model: Model, i: number): Float32Array {
  const names = [...UNITS.map((unit) => `mix.${unit}`), "bias", "out"];
  return concat(names.map((name) => weight(model, `blocks.${i}.${name}`).data));
}

/** The heads in one array: digit [d], q_weight [d], q_bias and three zeros. */
export function packHeads(model: Model): Float32Array {
  const [digit, qWeight, qBias] = ["digit", "q_weight", "q_bias"].map((name) => weight(model, name).data);
  return concat([digit, qWeight, qBias, new Float32Array(3)].filter((part) => part !== undefined));
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
