import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Brush } from "../draw/brush";
import { drawMark } from "../draw/marks";
import type { Palette } from "../draw/palette";
import type { Projection } from "../map/projection";
import { EVENTS, type EventLook } from "./looks";

interface EventsScene {
  readonly record: RunRecord;
  readonly axes: readonly [number, number];
  readonly projection: Projection;
  readonly selected: number;
  readonly cursor: number;
  readonly cycles: readonly NudgeCycle[];
  readonly palette: Palette;
}

/**
 * Marks on the selected path, up to the cursor: of the cycle at the cursor where each hypothesis was set and all were
 * released, of every cycle what became of it, and where the next one began.
 */
export function drawEvents(context: Brush, scene: EventsScene): void {
  const { cycles, cursor, palette } = scene;
  const mark = (k: number, { shape, variable }: Omit<EventLook, "short" | "word">, radius: number) => {
    const place = k <= cursor ? placeOf(scene, k) : null;
    if (place) drawMark(context, ...place, { shape, radius, color: palette(variable), halo: palette("--surface") });
  };
  for (const { from, to, hypotheses, releasedAt, acceptedAt, fate, cycle } of cycles) {
    if (from >= cursor && from > 0) break;
    const present = to >= cursor;
    context.globalAlpha = present ? 1 : 0.55;
    // z_from was given up for a new start, which z_(from + 1) was made of.
    if (cycle > 0) mark(from + 1, { shape: "ring", variable: "--muted" }, 3);
    if (present) {
      for (const { k } of hypotheses) mark(k, EVENTS.hypothesis, 4);
      if (releasedAt !== null) mark(releasedAt, EVENTS.released, 4);
    }
    if (fate !== "open") mark(acceptedAt ?? to, EVENTS[fate], 4);
  }
  context.globalAlpha = 1;
}

function placeOf({ record, axes, projection, selected }: EventsScene, k: number): [number, number] | null {
  const coords = record.frames[k]?.coords;
  const x = projection.left + projection.scale * (coords?.[selected * 3 + axes[0]] ?? Number.NaN);
  const y = projection.top - projection.scale * (coords?.[selected * 3 + axes[1]] ?? Number.NaN);
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}
