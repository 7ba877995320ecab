import type { Size } from "../draw/useSize";
import type { Box } from "./bounds";
import { fitProjection, INSET, type Zoom } from "./projection";

/** The part of the plane that a zoomed map shows, whatever its size: a square around a point, in coordinates of the map. */
export interface MapWindow {
  readonly x: number;
  readonly y: number;
  /** Half of its side. */
  readonly half: number;
}

export const NO_ZOOM: Zoom = { x: 0, y: 0, k: 1 };
/** As far as a map can be zoomed. */
export const ZOOM_FACTORS = [0.5, 64] as const;

/** The largest square in the middle of what the panel shows. */
export function windowOf(box: Box, size: Size, zoom: Zoom): MapWindow {
  const { scale, left, top } = fitProjection(box, size, zoom);
  const { x, y, side } = middle(size);
  return { x: (x - left) / scale, y: (top - y) / scale, half: side / 2 / scale };
}

/** The zoom that shows a window in the middle of the panel, whole where a map can be zoomed as far. */
export function zoomOn(window: MapWindow, box: Box, size: Size): Zoom {
  const plain = fitProjection(box, size, NO_ZOOM);
  const { x, y, side } = middle(size);
  const k = Math.min(ZOOM_FACTORS[1], Math.max(ZOOM_FACTORS[0], side / 2 / window.half / plain.scale));
  return {
    k,
    x: x - k * (plain.left + plain.scale * window.x),
    y: y - k * (plain.top - plain.scale * window.y),
  };
}

/** Latent states of length 1e3 lie on no map beyond this. */
const FARTHEST = 1e6;

/** Rounded to what a link carries; null where it is none. */
export function tidyMapWindow({ x, y, half }: MapWindow): MapWindow | null {
  const [across, up, side] = [tidy(x), tidy(y), tidy(half)];
  const isOne = side > 0 && [across, up, side].every((value) => Math.abs(value) <= FARTHEST);
  return isOne ? { x: across, y: up, half: side } : null;
}

function tidy(value: number): number {
  // Not -0, which is written as 0.
  return Number(Number(value.toPrecision(5)).toFixed(9)) + 0;
}

/** Whether two maps show the same. */
export function sameMapWindow(a: MapWindow | null, b: MapWindow | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.half === b.half);
}

function middle({ width, height }: Size): { x: number; y: number; side: number } {
  const [w, h] = [Math.max(1, width - INSET.left - INSET.right), Math.max(1, height - INSET.top - INSET.bottom)];
  return { x: INSET.left + w / 2, y: INSET.top + h / 2, side: Math.min(w, h) };
}
