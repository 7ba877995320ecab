import { distance, norm, plus } from "../analysis/vector";
import { gaussian, START_DEVIATION } from "../eqr/noise";

/** What a kick does to a state z [729 d]. `cells` null hits all 81, else those (0..80) alone. */
export type Blow =
  /** Gaussian noise, scaled so that its length is `size` times that of the part it hits. */
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

/** Which noise a kick draws: another `draw` is another kick of the same kind. */
export interface Draw {
  readonly seed: number;
  readonly trajectory: number;
  readonly k: number;
  readonly draw: number;
}

/** The state after the blow; a new array. `target` is the other trajectory's state, for a blow towards it. */
export function strike(z: Float32Array, blow: Blow, from: Draw, target: Float32Array | null): Float32Array {
  if (blow.kind === "towards") {
    if (!target) throw new RangeError("A kick towards a trajectory needs its state.");
    if (!isApart(z, target))
      throw new RangeError(
        `Trajectory ${blow.trajectory + 1} is in the same state at this iteration, so there is no direction to it. Scrub back to where the two are apart, or choose another one.`,
      );
    const away = plus(target, z, -1);
    return plus(z, away, (blow.size * norm(z)) / norm(away));
  }
  const noise = gaussian(from.seed, from.trajectory, from.k, z.length, FIRST_CYCLE + from.draw);
  const hit = hits(z.length, blow.cells);
  if (blow.kind === "erase") return z.map((value, i) => (hit(i) ? START_DEVIATION * (noise[i] ?? 0) : value));
  const part = z.map((value, i) => (hit(i) ? value : 0));
  const push = noise.map((value, i) => (hit(i) ? value : 0));
  return plus(z, push, (blow.size * norm(part)) / orOne(norm(push)));
}

/** Two states nearer than this share of their length have no direction between them that is more than rounding. */
const NO_DIRECTION = 1e-3;

export function isApart(z: Float32Array, target: Float32Array): boolean {
  return distance(z, target) > NO_DIRECTION * norm(z);
}

/** Whether a number of the state belongs to the cells; index = (cell * 9 + digit - 1) * d + feature. */
function hits(length: number, cells: readonly number[] | null): (index: number) => boolean {
  if (!cells) return () => true;
  const perCell = length / 81;
  const struck = new Set(cells);
  return (index) => struck.has(Math.floor(index / perCell));
}

function orOne(value: number): number {
  return value > 0 ? value : 1;
}
