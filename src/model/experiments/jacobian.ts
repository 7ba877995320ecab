import { type Arnoldi, createArnoldi, type RitzValue } from "../analysis/arnoldi";
import { norm, plus } from "../analysis/vector";
import { gaussian } from "../eqr/noise/noise";
import type { Lab } from "../lab/lab";

/** Length of the finite differences relative to the state: the best of truncation (its square) and f32 rounding. */
const H = 3e-3;
/** A leading eigenvalue counts as found when its Ritz vector is off by less than this. */
const FOUND = 2e-3;

/** Where an eigenvalue mu of f's Jacobian lies for the damped map F = (1 - lambda) z + lambda f(z). */
export function damped({ re, im, error }: RitzValue, lambda: number): RitzValue {
  return { re: 1 - lambda + lambda * re, im: lambda * im, error: lambda * error };
}

export function modulus({ re, im }: RitzValue): number {
  return Math.hypot(re, im);
}

/** The damping at which a real eigenvalue mu of f brings F to -1, where a 2-cycle is born; null for mu >= 1. */
export function doublingAt(mu: number): number | null {
  return mu < 1 ? 2 / (1 - mu) : null;
}

/**
 * The leading eigenvalues of the Jacobian of f (not of F: those follow for every damping, for both have the same fixed
 * points and the same Krylov spaces) at a state, matrix-free: J v from central differences, then Arnoldi. Ends after
 * `steps` products, or as soon as those that lead under `lambda` and the most negative one are found. Yields after each.
 */
export async function* spectrumAt(
  lab: Lab,
  { inputs, lambda, state, seed, steps }: SpectrumRequest,
): AsyncGenerator<RitzValue[], Arnoldi, void> {
  const arnoldi = createArnoldi(gaussian(seed, 0, 0, state.length, SPECTRUM_CYCLE));
  const h = H * norm(state);
  for (let step = 0; step < steps; step++) {
    const v = arnoldi.next();
    if (!v) break;
    const [up, down] = await lab.apply([plus(state, v, h), plus(state, v, -h)], { inputs, lambda: 1 });
    if (!up || !down) throw new Error("The backend gave no state.");
    arnoldi.push(up.map((value, i) => (value - (down[i] as number)) / (2 * h)));
    const values = arnoldi.ritz();
    yield values;
    if (step >= 8 && isFound(values, lambda)) break;
  }
  return arnoldi;
}

export interface SpectrumRequest {
  /** What the network is given. */
  readonly inputs: readonly [Uint8Array];
  readonly lambda: number;
  readonly state: Float32Array;
  /** Of the first vector. */
  readonly seed: number;
  readonly steps: number;
}

/** Another part of the noise than runs and kicks use. */
const SPECTRUM_CYCLE = 0x4a414342;

function isFound(values: readonly RitzValue[], lambda: number): boolean {
  const leading = values.map((value) => damped(value, lambda)).sort((a, b) => modulus(b) - modulus(a))[0];
  const lowest = values.reduce((a, b) => (b.re < a.re ? b : a));
  return leading !== undefined && leading.error < FOUND && lowest.error < FOUND;
}
