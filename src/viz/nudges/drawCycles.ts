import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Brush } from "../draw/brush";
import { drawMark } from "../draw/marks";
import type { Palette } from "../draw/palette";
import { type ChartLayout, xOf } from "../residuals/layout";
import { EVENTS } from "./looks";
import { hypothesisSteps } from "./steps";

interface CyclesScene {
  readonly layout: ChartLayout;
  readonly record: RunRecord;
  readonly cycles: readonly NudgeCycle[];
  readonly palette: Palette;
}

type Box = Readonly<Record<"left" | "right" | "top" | "bottom", number>>;

/** Pixels a cycle must be wide for the mark of what became of it. */
const MARK_WIDTH = 13;
/** Pixels between the hatches of a probation. */
const HATCH = 4;

/**
 * The cycles of one trajectory over the time axis: a line while it settles by itself, a step up for every hypothesis set,
 * hatched from the release on, and at the end the mark of what became of it.
 */
export function drawCycles(
  context: Brush,
  { layout, record, cycles, palette }: CyclesScene,
  { top, bottom }: NonNullable<ChartLayout["band"]>,
): void {
  const base = bottom - 1;
  const step = (base - top) / Math.max(1, record.recipe.nudges);
  const nudge = palette("--nudge");
  for (const cycle of cycles) {
    const [left, right] = [xOf(layout, cycle.from), xOf(layout, cycle.to)];
    context.fillStyle = palette("--line-strong");
    context.fillRect(left, base - 1, right - left, 1);
    for (const { from, to, count } of hypothesisSteps(cycle)) {
      const [x, y, width] = [xOf(layout, from), base - count * step, xOf(layout, to) - xOf(layout, from)];
      context.fillStyle = nudge;
      context.save();
      context.globalAlpha *= 0.3;
      context.fillRect(x, y, width, base - y);
      context.restore();
      context.fillRect(x, y, width, 1.5);
      context.fillRect(x, y, 1, step);
    }
    if (cycle.releasedAt !== null)
      hatch(
        context,
        {
          left: xOf(layout, cycle.releasedAt),
          right: xOf(layout, cycle.acceptedAt ?? cycle.to),
          top: base - 9,
          bottom: base,
        },
        nudge,
      );
    if (cycle.acceptedAt !== null) {
      context.fillStyle = palette(EVENTS.accepted.variable);
      context.fillRect(xOf(layout, cycle.acceptedAt), base - 3, right - xOf(layout, cycle.acceptedAt), 3);
    }
    if (cycle.fate === "open") continue;
    // A fresh start is a gap.
    if (cycle.fate !== "accepted") {
      context.fillStyle = palette("--line-strong");
      context.fillRect(right - 0.5, top, 1, bottom - top);
    }
    const { shape, variable } = EVENTS[cycle.fate];
    if (right - left >= MARK_WIDTH)
      drawMark(context, cycle.acceptedAt === null ? right - 6 : xOf(layout, cycle.acceptedAt), top + 6, {
        shape,
        radius: cycle.fate === "accepted" ? 4 : 3.2,
        color: palette(variable),
        halo: palette("--surface"),
      });
  }
}

/** A box of slanted lines: belief on probation. */
function hatch(context: Brush, { left, right, top, bottom }: Box, color: string): void {
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
