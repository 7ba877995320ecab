import { type GridTags, NO_GRIDS, withGrids } from "../analysis/gridTags";
import type { BackendInfo } from "../eqr/backend/backend";
import type { ModelCard } from "../eqr/model/card";
import { encodeFingerprint, fingerprintAt } from "../eqr/record/fingerprint";
import { confidenceAt, decodedAt, phaseAt, type RunRecord, suppositionsAt } from "../eqr/record/record";
import { textOf } from "../tasks/task";
import { letterAt } from "./csv";

/** What the page knows of a run beside its record. */
export interface RunContext {
  readonly card: ModelCard;
  readonly backend: BackendInfo;
  /** A link that opens the run. */
  readonly link: string;
  readonly made: Date;
  /** The grids known of the puzzle; the run's own where left out. */
  readonly tags?: GridTags;
}

/**
 * A run as JSON: how it was made, on what, what came out, and every frame. Arrays of frames are by iteration, then by
 * trajectory; numbers that are not finite are null. docs/files.md describes the fields.
 */
export function runJson(
  record: RunRecord,
  { card, backend, link, made, tags = withGrids(NO_GRIDS, record.arrived) }: RunContext,
): string {
  const last = record.frames.length - 1;
  const fingerprint = fingerprintAt(record, last);
  const breadth = record.recipe.breadth;
  const each = <T>(of: (trajectory: number) => T): T[] => Array.from({ length: breadth }, (_, t) => of(t));
  return JSON.stringify({
    format: "settle-run",
    version: 1,
    made: made.toISOString(),
    link,
    recipe: record.recipe,
    model: { name: card.name, parameters: card.parameters, sha256: card.weights.sha256 },
    backend: { kind: backend.kind, device: backend.device },
    end: record.end?.kind ?? null,
    basis: record.basis,
    spent: record.spent,
    fingerprint: encodeFingerprint(fingerprint),
    settledAt: fingerprint.settledAt.map((k) => (k < 0 ? null : k)),
    frames: record.frames.map((frame, k) => ({
      k,
      residual: numbers(frame.residual),
      q: numbers(frame.q),
      coords: each((t) => numbers(frame.coords.subarray(t * 3, t * 3 + 3))),
      grid: each((t) => textOf(decodedAt(record, t, k))),
      letter: each((t) => letterAt(record, tags, t, k)),
      confidence: each((t) => [...confidenceAt(record, t, k)]),
      ...(frame.hypotheses && {
        hypotheses: each((t) => textOf(suppositionsAt(record, t, k) ?? new Uint8Array())),
        phase: each((t) => phaseAt(record, t, k)),
        cycle: [...(frame.cycle ?? [])],
      }),
    })),
  });
}

/** Shortest decimals that give the same float32 back. */
function numbers(values: Float32Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(9)) : null));
}
