import type { Size } from "../draw/useSize";
import type { Box } from "./bounds";

/** From coordinates to pixels with one scale for both axes: x → left + scale · x, y → top − scale · y. */
export interface Projection {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Pan and zoom on top of the fitted view, as d3-zoom keeps it. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Space for the axis labels, in pixels. */
export const INSET = { left: 22, right: 8, top: 8, bottom: 22 } as const;

/** Fits a box into the panel, centred and undistorted: distances on the map may be compared in every direction. */
export function fitProjection(box: Box, size: Size, zoom: Zoom): Projection {
  const width = Math.max(1, size.width - INSET.left - INSET.right);
  const height = Math.max(1, size.height - INSET.top - INSET.bottom);
  const scale = Math.min(width / (box.right - box.left), height / (box.high - box.low));
  const left = INSET.left + width / 2 - (scale * (box.left + box.right)) / 2;
  const top = INSET.top + height / 2 + (scale * (box.low + box.high)) / 2;
  return { scale: scale * zoom.k, left: left * zoom.k + zoom.x, top: top * zoom.k + zoom.y };
}

/** Distance between grid lines: 1, 2 or 5 times a power of ten, at least `gap` pixels. */
export function gridStep(scale: number, gap: number): number {
  const least = gap / scale;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((f) => f * power >= least * 0.9999) ?? 10;
  return factor * power;
}

/** Pixel positions of grid lines between two pixels, for an axis that maps value v to offset + v · scale. */
export function gridLines(offset: number, scale: number, step: number, from: number, to: number): number[] {
  const [first, last] = [(from - offset) / scale, (to - offset) / scale].sort((a, b) => a - b) as [number, number];
  const lines: number[] = [];
  for (let i = Math.ceil(first / step); i * step <= last; i++) lines.push(offset + i * step * scale);
  return lines;
}
