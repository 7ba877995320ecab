import { gridAt, isResting, isSettled, type RunRecord } from "./record";

/**
 * What came out of a run, small enough for a link. Rounding differs between devices and an undecided trajectory can
 * amplify it, so whoever opens a link compares.
 */
export interface Outcome {
  /** The iteration at which it was taken. */
  readonly k: number;
  /** Per trajectory, the first iteration of the stretch in which it settled, or -1. */
  readonly settledAt: readonly number[];
  /** Per trajectory, the hash of its decoded grid. */
  readonly grids: readonly number[];
}

export interface OutcomeDifference {
  readonly trajectory: number;
  /** Another grid; settled here and not there; or settled more than one iteration earlier or later. */
  readonly kind: "grid" | "settled" | "iteration";
}

export function outcomeAt(record: RunRecord, k: number): Outcome {
  const trajectories = Array.from({ length: record.recipe.breadth }, (_, t) => t);
  return {
    k,
    settledAt: trajectories.map((t) => settledBy(record, t, k)),
    grids: trajectories.map((t) => fnv1a(gridAt(record, t, k))),
  };
}

/** The trajectories that went another way. Throws a RangeError when the outcomes are of different breadths. */
export function compareOutcomes(here: Outcome, there: Outcome): OutcomeDifference[] {
  if (here.grids.length !== there.grids.length)
    throw new RangeError(`Outcomes of ${here.grids.length} and ${there.grids.length} trajectories cannot be compared.`);
  return here.grids.flatMap((grid, trajectory): OutcomeDifference[] => {
    const [a, b] = [here.settledAt[trajectory] ?? -1, there.settledAt[trajectory] ?? -1];
    if (grid !== there.grids[trajectory]) return [{ trajectory, kind: "grid" }];
    if (a < 0 !== b < 0) return [{ trajectory, kind: "settled" }];
    // The residual crosses the tolerance an iteration sooner or later by rounding alone.
    return Math.abs(a - b) > 1 ? [{ trajectory, kind: "iteration" }] : [];
  });
}

const VERSION = 1;

/**
 * As text for a link (base64url). Bytes, little-endian: version; k (2); number of distinct grids - 1; their hashes (4
 * each); then for each trajectory the index of its grid (1) and settledAt + 1 (2).
 */
export function encodeOutcome({ k, settledAt, grids }: Outcome): string {
  const distinct = [...new Set(grids)];
  const bytes = [VERSION, ...u16(k), distinct.length - 1];
  for (const hash of distinct) bytes.push(...u16(hash & 0xffff), ...u16(hash >>> 16));
  grids.forEach((grid, t) => {
    bytes.push(distinct.indexOf(grid), ...u16((settledAt[t] ?? -1) + 1));
  });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The outcome in a link's text; null when the text is none of ours. */
export function decodeOutcome(text: string): Outcome | null {
  const bytes = fromBase64Url(text);
  if (!bytes || bytes.length < 4 || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer);
  const distinct = view.getUint8(3) + 1;
  const start = 4 + distinct * 4;
  const trajectories = (bytes.length - start) / 3;
  if (!Number.isInteger(trajectories) || trajectories < 1 || trajectories > 256) return null;
  const hashes = Array.from({ length: distinct }, (_, i) => view.getUint32(4 + i * 4, true));
  const places = Array.from({ length: trajectories }, (_, t) => start + t * 3);
  const grids = places.map((place) => hashes[view.getUint8(place)]);
  const settledAt = places.map((place) => view.getUint16(place + 1, true) - 1);
  return grids.every((grid) => grid !== undefined) ? { k: view.getUint16(1, true), settledAt, grids } : null;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The first iteration of the stretch below the tolerance that k is in: record.settledAt knows only the newest. */
function settledBy(record: RunRecord, t: number, k: number): number {
  if (!isSettled(record, t, k)) return -1;
  let from = k;
  while (isResting(record, t, from - 1)) from--;
  return from;
}

function u16(value: number): [number, number] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function fromBase64Url(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}
