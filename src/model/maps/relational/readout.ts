import { onAxes, type PrincipalAxes, principalAxes } from "../../analysis/principal";
import { type Model, weight } from "../../eqr/model";

/** What one latent state z_k holds, candidate by candidate: arrays [729], index = cell * 9 + digit - 1. */
export interface Anatomy {
  readonly trajectory: number;
  readonly k: number;
  /** Digit logits; their softmax over a cell is what the board shows. */
  readonly logits: Float32Array;
  /** Digit logits of z_(k-1), NaN at k = 0. */
  readonly before: Float32Array;
  /** ||z|| / sqrt(d). Each block divides by just this, so it is 1 at a fixed point (RMS norm in training/model.py). */
  readonly lengths: Float32Array;
  /** ||z_k - z_(k-1)|| / sqrt(d), NaN at k = 0. */
  readonly changes: Float32Array;
  /** [3, 729] coordinates on the principal axes of candidate vectors. */
  readonly components: Float32Array;
  readonly axes: VectorAxes;
}

/** What the principal axes of the candidate vectors were fitted on. */
export interface VectorAxes {
  /** Share of the variance along each. */
  readonly explained: readonly [number, number, number];
  /** The iterations: powers of two, so that the axes depend on how far a run has come, not on who looked when. */
  readonly ks: readonly number[];
}

/** Where the states of one run come from. */
export interface StateSource {
  /** Iterations made so far. */
  readonly k: number;
  /** z_k of a trajectory, [729, d]. */
  state(trajectory: number, k: number): Promise<Float32Array>;
}

export interface Dissector {
  at(trajectory: number, k: number): Promise<Anatomy>;
}

/** Looks into the states of one run. Axes are fitted for each trajectory, anew at iterations 2, 4, 8 ... */
export function createDissector(model: Model, source: StateSource): Dissector {
  const digit = weight(model, "digit").data;
  let fitted: { trajectory: number; axes: PrincipalAxes; ks: number[] } | null = null;
  /** The state looked at last: as a run is played, it is the one before the next. */
  let last: { trajectory: number; k: number; z: Float32Array } | null = null;

  async function stateAt(trajectory: number, k: number): Promise<Float32Array> {
    if (last?.trajectory === trajectory && last.k === k) return last.z;
    return source.state(trajectory, k);
  }

  async function axesOf(trajectory: number) {
    const ks = fitIterations(source.k);
    if (fitted?.trajectory === trajectory && fitted.ks.length === ks.length && fitted.ks[0] === ks[0]) return fitted;
    const states: Float32Array[] = [];
    for (const k of ks) states.push(await source.state(trajectory, k));
    // A state that broke has no axes, and would break those of the others.
    const sound = states.filter((state) => state.every(Number.isFinite));
    const size = 729 * digit.length;
    const points = new Float32Array(Math.max(1, sound.length) * size);
    sound.forEach((state, i) => {
      points.set(state, i * size);
    });
    fitted = { trajectory, axes: principalAxes(points, digit), ks };
    return fitted;
  }

  return {
    async at(trajectory, k) {
      const before = k > 0 ? await stateAt(trajectory, k - 1) : null;
      const z = await stateAt(trajectory, k);
      last = { trajectory, k, z };
      const { axes, ks } = await axesOf(trajectory);
      return { trajectory, k, ...measure(z, before, digit), ...project(z, axes, ks) };
    },
  };
}

/** 1, 2, 4 ... up to k; the start alone while there is nothing else: it is noise and says nothing later. */
function fitIterations(k: number): number[] {
  if (k === 0) return [0];
  return Array.from({ length: Math.floor(Math.log2(k)) + 1 }, (_, i) => 2 ** i);
}

/** Logits, lengths and changes of candidate vectors z [729, d], given the digit head [d]. */
export function measure(z: Float32Array, before: Float32Array | null, digit: Float32Array) {
  const d = digit.length;
  const logits = new Float32Array(729);
  const earlier = new Float32Array(729).fill(Number.NaN);
  const lengths = new Float32Array(729);
  const changes = new Float32Array(729).fill(Number.NaN);
  for (let candidate = 0; candidate < 729; candidate++) {
    let [logit, past, square, moved] = [0, 0, 0, 0];
    for (let i = 0; i < d; i++) {
      const at = candidate * d + i;
      const [now, then, w] = [z[at] ?? 0, before?.[at] ?? 0, digit[i] ?? 0];
      logit += now * w;
      past += then * w;
      square += now * now;
      moved += (now - then) ** 2;
    }
    logits[candidate] = logit;
    lengths[candidate] = Math.sqrt(square / d);
    if (!before) continue;
    earlier[candidate] = past;
    changes[candidate] = Math.sqrt(moved / d);
  }
  return { logits, before: earlier, lengths, changes };
}

function project(z: Float32Array, axes: PrincipalAxes, ks: readonly number[]) {
  const coords = onAxes(z, axes);
  const components = coords.map((_, i) => coords[(i % 729) * 3 + Math.floor(i / 729)] ?? 0);
  return { components, axes: { explained: axes.explained, ks } };
}
