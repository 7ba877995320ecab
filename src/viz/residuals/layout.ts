import { DECADE_MARGIN } from "./domain";

/** Where things lie in the residual chart, in CSS pixels. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The strip of q under the residuals; null when it is off or does not fit. */
  readonly strip: { readonly top: number; readonly bottom: number; readonly range: readonly [number, number] } | null;
  /** The band of cycles, lowest of all; null without nudges. */
  readonly band: { readonly top: number; readonly bottom: number } | null;
  /** Height of the time axis. */
  readonly floor: number;
  /** Last iteration on the time axis. */
  readonly end: number;
  /** Lowest and highest decade. */
  readonly decades: readonly [number, number];
}

export interface ChartInput {
  readonly width: number;
  readonly height: number;
  readonly end: number;
  readonly decades: readonly [number, number];
  /** Range of q, or null to leave the strip out. */
  readonly q: readonly [number, number] | null;
  /** Whether there are nudges to show. */
  readonly nudged: boolean;
}

const MARGIN = { left: 44, right: 14, top: 20, bottom: 22 } as const;
const STRIP_CAPTION = 22;
const BAND = { height: 22, gap: 8 } as const;

/** Divides the chart's box among residuals, q strip, cycles and axes. */
export function layoutChart({ width, height, end, decades, q, nudged }: ChartInput): ChartLayout {
  const floor = Math.max(MARGIN.top + 1, height - MARGIN.bottom);
  const under = nudged ? Math.max(MARGIN.top + 1, floor - BAND.height - BAND.gap) : floor;
  const stripHeight = Math.min(56, Math.max(30, Math.round((under - MARGIN.top) * 0.24)));
  const bottom = under - STRIP_CAPTION - stripHeight;
  // Under 50 px of residuals the strip would cost more than it shows.
  const withStrip = q !== null && bottom - MARGIN.top >= 50;
  return {
    width,
    height,
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 1, width - MARGIN.right),
    top: MARGIN.top,
    bottom: withStrip ? bottom : under,
    strip: withStrip ? { top: bottom + STRIP_CAPTION, bottom: under, range: q } : null,
    band: nudged ? { top: floor - BAND.height, bottom: floor } : null,
    floor,
    end,
    decades,
  };
}

export function xOf(layout: ChartLayout, k: number): number {
  return layout.left + (k / layout.end) * (layout.right - layout.left);
}

/** The iteration nearest to a pixel column, within the axis. */
export function iterationAt(layout: ChartLayout, x: number): number {
  const k = Math.round(((x - layout.left) / (layout.right - layout.left)) * layout.end);
  return Math.min(layout.end, Math.max(0, k));
}

/** Height of a residual given as log10, held within the axis. */
export function yOf(layout: ChartLayout, log: number): number {
  const low = layout.decades[0] - DECADE_MARGIN;
  const high = layout.decades[1] + DECADE_MARGIN;
  const held = Math.min(high, Math.max(low, log));
  return layout.top + ((high - held) / (high - low)) * (layout.bottom - layout.top);
}

/** Height of a halting logit in the strip. */
export function qOf(strip: NonNullable<ChartLayout["strip"]>, q: number): number {
  const [low, high] = strip.range;
  const held = Math.min(high, Math.max(low, q));
  return strip.top + ((high - held) / (high - low)) * (strip.bottom - strip.top);
}
