import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record";
import type { Brush } from "../draw/brush";
import { drawMark } from "../draw/marks";
import type { Palette } from "../draw/palette";
import { type Plot, xOf } from "../residuals/plot";
import { EVENTS } from "./looks";
import { standingSteps } from "./steps";

interface CyclesScene {
  readonly plot: Plot;
  readonly record: RunRecord;
  readonly cycles: readonly NudgeCycle[];
  readonly palette: Palette;
}

/** Pixels a cycle must be wide for the mark of what became of it. */
const ROOM = 13;
/** Pixels between the hatches of a probation. */
const HATCH = 4;

/**
 * The cycles of one trajectory over the time axis: a line while it settles by itself, a step up for every hypothesis set,
 * hatched from the release on, and at the end the mark of what became of it.
 */
export function drawCycles(
  context: Brush,
  { plot, record, cycles, palette }: CyclesScene,
  { top, bottom }: NonNullable<Plot["band"]>,
): void {
  const base = bottom - 1;
  const step = (base - top) / Math.max(1, record.recipe.nudges);
  const nudge = palette("--nudge");
  for (const cycle of cycles) {
    const [left, right] = [xOf(plot, cycle.from), xOf(plot, cycle.to)];
    context.fillStyle = palette("--line-strong");
    context.fillRect(left, base - 1, right - left, 1);
    for (const { from, to, standing } of standingSteps(cycle)) {
      const [x, y, width] = [xOf(plot, from), base - standing * step, xOf(plot, to) - xOf(plot, from)];
      context.fillStyle = nudge;
      context.save();
      context.globalAlpha *= 0.3;
      context.fillRect(x, y, width, base - y);
      context.restore();
      context.fillRect(x, y, width, 1.5);
      context.fillRect(x, y, 1, step);
    }
    if (cycle.releasedAt !== null)
      hatch(context, xOf(plot, cycle.releasedAt), xOf(plot, cycle.acceptedAt ?? cycle.to), base - 9, base, nudge);
    if (cycle.acceptedAt !== null) {
      context.fillStyle = palette(EVENTS.accepted.variable);
      context.fillRect(xOf(plot, cycle.acceptedAt), base - 3, right - xOf(plot, cycle.acceptedAt), 3);
    }
    if (cycle.fate === "open") continue;
    // A fresh start is a gap.
    if (cycle.fate !== "accepted") {
      context.fillStyle = palette("--line-strong");
      context.fillRect(right - 0.5, top, 1, bottom - top);
    }
    const { shape, variable } = EVENTS[cycle.fate];
    if (right - left >= ROOM)
      drawMark(context, cycle.acceptedAt === null ? right - 6 : xOf(plot, cycle.acceptedAt), top + 6, {
        shape,
        radius: cycle.fate === "accepted" ? 4 : 3.2,
        color: palette(variable),
        halo: palette("--surface"),
      });
  }
}

/** A box of slanted lines: belief on probation. */
function hatch(context: Brush, left: number, right: number, top: number, bottom: number, color: string): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.beginPath();
  for (let x = left - (bottom - top); x < right; x += HATCH) {
    context.moveTo(x, bottom);
    context.lineTo(x + (bottom - top), top);
  }
  context.rect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}
