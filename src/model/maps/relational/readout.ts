import { onAxes, type PrincipalAxes, principalAxes } from "../../analysis/principal";
import type { Dissector, StateSource } from "../../eqr/model/anatomy";
import { type Model, weight } from "../../eqr/model/model";

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
