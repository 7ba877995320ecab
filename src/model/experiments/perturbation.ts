import { distance, norm, plus } from "../analysis/vector";
import { gaussian } from "../eqr/noise/noise";
import { START_DEVIATION } from "../eqr/recipe/startDeviation";

/** What a kick does to a state z [size]. `cells` null perturbs all cells, else those alone. */
export type Perturbation =
  /** Gaussian noise, scaled so that its length is `size` times that of the part it perturbs. */
  | { readonly kind: "noise"; readonly size: number; readonly cells: readonly number[] | null }
  /** Damage: the part is lost, and put back as it was at a random start. */
  | { readonly kind: "erase"; readonly cells: readonly number[] | null }
  /** One direction: towards the state of another trajectory, by `size` times the length of z. */
  | { readonly kind: "towards"; readonly size: number; readonly trajectory: number };

/**
 * Kicks draw from the cycles of the noise that no run can reach (noise.ts: path noise uses cycle 0, fresh starts count up
 * from 1), so that a kick is a function of seed, trajectory, iteration and draw.
 */
const FIRST_CYCLE = 0x4b49434b;

/** The state that is perturbed, and which noise it is perturbed with. */
export interface Draw {
  readonly seed: number;
  readonly trajectory: number;
  readonly k: number;
  /** Another draw is another kick of the same kind. */
  readonly draw: number;
  /** Cells that the state has: as many equal stretches, in their order. */
  readonly cells: number;
  /** The other trajectory's state, for a perturbation towards it. */
  readonly target?: Float32Array | null;
}

/** The perturbed state, a new array. Throws a RangeError for a perturbation towards a state that is the same or missing. */
export function perturb(z: Float32Array, perturbation: Perturbation, from: Draw): Float32Array {
  if (perturbation.kind === "towards") {
    const { target } = from;
    if (!target) throw new RangeError("A kick towards a trajectory needs its state.");
    if (!isApart(z, target))
      throw new RangeError(
        `Trajectory ${perturbation.trajectory + 1} is in the same state at this iteration, so there is no direction to it. Scrub back to where the two are apart, or choose another one.`,
      );
    const away = plus(target, z, -1);
    return plus(z, away, (perturbation.size * norm(z)) / norm(away));
  }
  const noise = gaussian(from.seed, from.trajectory, from.k, z.length, FIRST_CYCLE + from.draw);
  const isPerturbed = isIn(perturbation.cells, z.length / from.cells);
  if (perturbation.kind === "erase")
    return z.map((value, i) => (isPerturbed(i) ? START_DEVIATION * (noise[i] ?? 0) : value));
  const part = z.map((value, i) => (isPerturbed(i) ? value : 0));
  const push = noise.map((value, i) => (isPerturbed(i) ? value : 0));
  return plus(z, push, (perturbation.size * norm(part)) / orOne(norm(push)));
}

/** Two states nearer than this share of their length have no direction between them that is more than rounding. */
const NO_DIRECTION = 1e-3;

export function isApart(z: Float32Array, target: Float32Array): boolean {
  return distance(z, target) > NO_DIRECTION * norm(z);
}

/** Whether a number of the state belongs to the cells. */
function isIn(cells: readonly number[] | null, perCell: number): (index: number) => boolean {
  if (!cells) return () => true;
  const chosen = new Set(cells);
  return (index) => chosen.has(Math.floor(index / perCell));
}

function orOne(value: number): number {
  return value > 0 ? value : 1;
}
