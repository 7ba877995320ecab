import type { Size } from "../draw/useSize";

/** The box of a small chart and the rectangle inside its axes, in CSS pixels. */
export interface PlotFrame extends Size {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Side = "left" | "right" | "top" | "bottom";

/** Pixels around the frame that differ from the usual ones. */
export type Margin = Partial<Record<Side, number>>;

const MARGIN: Readonly<Record<Side, number>> = { left: 46, right: 12, top: 22, bottom: 34 };

/** Space for a caption above, and for labels left of and below the axes. Never turned inside out, however small. */
export function frameOf({ width, height }: Size, margin: Margin = {}): PlotFrame {
  const { left, right, top, bottom } = { ...MARGIN, ...margin };
  return {
    width,
    height,
    left,
    right: Math.max(left + 1, width - right),
    top,
    bottom: Math.max(top + 1, height - bottom),
  };
}
