import type { PlaneWindow } from "../../model/experiments/basins";
import type { Size } from "../draw/useSize";

/** A square picture centred in its box, in CSS pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Space for the labels under the square. */
const BELOW = 20;

export function squareIn({ width, height }: Size): Square {
  const side = Math.max(1, Math.min(width, height - BELOW));
  return { left: Math.round((width - side) / 2), top: 0, side };
}

/** The point of the plane under a place of the picture. */
export function planeAt({ left, top, side }: Square, { x, y, half }: PlaneWindow, px: number, py: number) {
  return { x: x - half + ((px - left) / side) * 2 * half, y: y + half - ((py - top) / side) * 2 * half };
}

/** The place of a point of the plane in the picture; it may lie outside. */
export function placeOf({ left, top, side }: Square, { x, y, half }: PlaneWindow, px: number, py: number) {
  return { x: left + ((px - x + half) / (2 * half)) * side, y: top + ((y + half - py) / (2 * half)) * side };
}

/** The pixel of a map of `size` under a point of the plane; null outside. */
export function pixelAt({ x, y, half }: PlaneWindow, size: number, px: number, py: number): number | null {
  const column = Math.floor(((px - x + half) / (2 * half)) * size);
  const row = Math.floor(((y + half - py) / (2 * half)) * size);
  return column >= 0 && column < size && row >= 0 && row < size ? row * size + column : null;
}

/** The point of the plane at the centre of a pixel. */
export function centreOf(window: PlaneWindow, size: number, pixel: number) {
  const whole = { left: 0, top: 0, side: size };
  return planeAt(whole, window, (pixel % size) + 0.5, Math.floor(pixel / size) + 0.5);
}

/** A window that shows `factor` times as much, around a point that keeps its place. */
export function zoomed(
  { x, y, half }: PlaneWindow,
  factor: number,
  about: { readonly x: number; readonly y: number },
): PlaneWindow {
  return { x: about.x + (x - about.x) * factor, y: about.y + (y - about.y) * factor, half: half * factor };
}

/** The square window that a drag from one place to another has drawn. */
export function dragged(
  square: Square,
  window: PlaneWindow,
  from: readonly [number, number],
  to: readonly [number, number],
) {
  const a = planeAt(square, window, ...from);
  const b = planeAt(square, window, ...to);
  const half = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) / 2;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, half };
}

/** A length as the picture's scale: a round number that takes about a quarter of the side. */
export function scaleBar(half: number): number {
  const quarter = half / 2;
  const decade = 10 ** Math.floor(Math.log10(quarter));
  return [5, 2, 1].map((step) => step * decade).find((length) => length <= quarter) ?? decade;
}
