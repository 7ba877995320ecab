import type { Brush } from "./brush";
import { pixelRatio } from "./magnified";

/** How a canvas was last painted, so that an export can paint the same with another brush. */
export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly paint: (brush: Brush) => void;
}

const painted = new WeakMap<HTMLCanvasElement, Painted>();

/**
 * Makes a canvas as large as asked in CSS pixels, sharp on this screen, clears it and returns its context in CSS pixels.
 * Null where there is no 2D canvas.
 */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = pixelRatio();
  const w = Math.max(1, Math.round(width * ratio));
  const h = Math.max(1, Math.round(height * ratio));
  const context = canvas.getContext("2d");
  if (!context) return null;
  // Setting a canvas' size drops its memory, so only when it changed.
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, w, h);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  return context;
}

/** Prepares a canvas, paints it and remembers how. What `paint` reads must stay as it is until the next painting. */
export function paintCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  paint: (brush: Brush) => void,
): void {
  const context = prepareCanvas(canvas, width, height);
  if (context) paint(context);
  rememberPaint(canvas, { width, height, paint });
}

/** For a picture that keeps a layer of its own on screen: says how the whole is painted without it. */
export function rememberPaint(canvas: HTMLCanvasElement, how: Painted): void {
  painted.set(canvas, how);
}

/** How a canvas was last painted; undefined where it was drawn some other way and only its pixels are known. */
export function paintOf(canvas: HTMLCanvasElement): Painted | undefined {
  return painted.get(canvas);
}
