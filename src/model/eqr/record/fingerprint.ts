import { fnv1a } from "../../analysis/fnv1a";
import { decodedAt, type RunRecord, settledAt } from "./record";

/**
 * What came out of a run, small enough for a link. Rounding differs between devices and an undecided trajectory can
 * amplify it, so a page that opens a link compares.
 */
export interface Fingerprint {
  /** The iteration at which it was taken. */
  readonly k: number;
  /** Per trajectory, the first iteration of the stretch in which it settled, or -1. */
  readonly settledAt: readonly number[];
  /** Per trajectory, the hash of its decoded grid. */
  readonly grids: readonly number[];
}

export interface FingerprintDifference {
  readonly trajectory: number;
  /** Another grid; settled here and not there; or settled more than one iteration earlier or later. */
  readonly kind: "grid" | "settled" | "iteration";
}

export function fingerprintAt(record: RunRecord, k: number): Fingerprint {
  const trajectories = Array.from({ length: record.recipe.breadth }, (_, t) => t);
  return {
    k,
    settledAt: trajectories.map((t) => settledAt(record, t, k) ?? -1),
    grids: trajectories.map((t) => fnv1a(decodedAt(record, t, k))),
  };
}

/** The trajectories that went another way. Throws a RangeError when they are of different breadths. */
export function compareFingerprints(here: Fingerprint, there: Fingerprint): FingerprintDifference[] {
  if (here.grids.length !== there.grids.length)
    throw new RangeError(
      `Fingerprints of ${here.grids.length} and ${there.grids.length} trajectories cannot be compared.`,
    );
  return here.grids.flatMap((grid, trajectory): FingerprintDifference[] => {
    const [a, b] = [here.settledAt[trajectory] ?? -1, there.settledAt[trajectory] ?? -1];
    if (grid !== there.grids[trajectory]) return [{ trajectory, kind: "grid" }];
    if (a < 0 !== b < 0) return [{ trajectory, kind: "settled" }];
    // The residual crosses the tolerance an iteration sooner or later by rounding alone.
    return Math.abs(a - b) > 1 ? [{ trajectory, kind: "iteration" }] : [];
  });
}

/** Bytes of an index of a grid, by version: what was encoded in one byte before breadths above 256 stays readable. */
const INDEX_BYTES: Readonly<Record<number, 1 | 2>> = { 1: 1, 2: 2 };
const MOST = 1024;

/**
 * As text for a link (base64url). Bytes, little-endian: version (2 where there are more than 256 trajectories, else 1);
 * k (2); number of distinct grids - 1 (1, or 2 in version 2); their hashes (4 each); then for each trajectory the index of
 * its grid (1 or 2) and settledAt + 1 (2).
 */
export function encodeFingerprint({ k, settledAt, grids }: Fingerprint): string {
  const version = grids.length > 256 ? 2 : 1;
  const index = (value: number) => (version === 2 ? u16(value) : [value]);
  const distinct = [...new Set(grids)];
  const places = new Map(distinct.map((hash, i) => [hash, i]));
  const bytes = [version, ...u16(k), ...index(distinct.length - 1)];
  for (const hash of distinct) bytes.push(...u16(hash & 0xffff), ...u16(hash >>> 16));
  grids.forEach((grid, t) => {
    bytes.push(...index(places.get(grid) ?? 0), ...u16((settledAt[t] ?? -1) + 1));
  });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The fingerprint in a link's text; null when the text is none of ours. */
export function decodeFingerprint(text: string): Fingerprint | null {
  const bytes = fromBase64Url(text);
  const width = INDEX_BYTES[bytes?.[0] ?? 0];
  if (!bytes || !width || bytes.length < 3 + width) return null;
  const view = new DataView(bytes.buffer);
  const index = (at: number) => (width === 2 ? view.getUint16(at, true) : view.getUint8(at));
  const distinct = index(3) + 1;
  const start = 3 + width + distinct * 4;
  const trajectories = (bytes.length - start) / (width + 2);
  if (!Number.isInteger(trajectories) || trajectories < 1 || trajectories > MOST) return null;
  const hashes = Array.from({ length: distinct }, (_, i) => view.getUint32(3 + width + i * 4, true));
  const places = Array.from({ length: trajectories }, (_, t) => start + t * (width + 2));
  const grids = places.map((place) => hashes[index(place)]);
  const settledAt = places.map((place) => view.getUint16(place + width, true) - 1);
  return grids.every((grid) => grid !== undefined) ? { k: view.getUint16(1, true), settledAt, grids } : null;
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
