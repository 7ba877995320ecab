import { memo, useLayoutEffect, useRef } from "react";
import type { Brush } from "../draw/brush";
import { paintCanvas } from "../draw/canvas";
import { usePalette, viewColor } from "../draw/palette";
import type { TrajectoryView } from "../types";

export interface MiniBoardProps {
  /** [81] 0 blank. */
  readonly givens: Uint8Array;
  /** [B, 81] of the frame at the cursor, 255 = 1; null before a run. A new frame is a new array: that is what redraws. */
  readonly confidence: Uint8Array | null;
  readonly view: TrajectoryView;
  readonly several: boolean;
  /** Side in pixels. */
  readonly size?: number;
}

/** A state as a picture of 9 × 9: givens grey, the rest in the outcome's colour, as dark as the cell is decided. */
export const MiniBoard = memo(function MiniBoard({ givens, confidence, view, several, size = 46 }: MiniBoardProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const color = viewColor(palette, view, several);

  useLayoutEffect(() => {
    if (!canvas.current) return;
    const own = confidence?.subarray(view.index * 81, view.index * 81 + 81) ?? null;
    const inks = { given: palette("--line-strong"), ground: palette("--sunk"), decoded: color };
    paintCanvas(canvas.current, size, size, (brush) => drawMiniBoard(brush, givens, own, inks, size));
  }, [givens, confidence, view.index, color, palette, size]);

  return <canvas ref={canvas} className="mini-board" style={{ width: size, height: size }} />;
}, sameProps);

interface Inks {
  readonly given: string;
  readonly ground: string;
  readonly decoded: string;
}

function drawMiniBoard(
  context: Brush,
  givens: Uint8Array,
  confidence: Uint8Array | null,
  inks: Inks,
  size: number,
): void {
  for (let cell = 0; cell < 81; cell++) {
    const { at: x, side: width } = cellSpan(cell % 9, size);
    const { at: y, side: height } = cellSpan(Math.floor(cell / 9), size);
    const given = (givens[cell] ?? 0) > 0;
    context.globalAlpha = 1;
    context.fillStyle = given ? inks.given : inks.ground;
    context.fillRect(x, y, width, height);
    if (given || !confidence) continue;
    context.globalAlpha = inkShare((confidence[cell] ?? 0) / 255);
    context.fillStyle = inks.decoded;
    context.fillRect(x, y, width, height);
  }
}

/** Views are new objects at every iteration: only what the picture shows of them counts. */
function sameProps(a: MiniBoardProps, b: MiniBoardProps): boolean {
  return (
    a.givens === b.givens &&
    a.confidence === b.confidence &&
    a.several === b.several &&
    a.size === b.size &&
    a.view.index === b.view.index &&
    a.view.outcome === b.view.outcome &&
    a.view.grid === b.view.grid
  );
}

const GAP = 1;

/** Where the i-th row or column lies: whole pixels, a gap of one between cells and one more between boxes. */
export function cellSpan(i: number, size: number): { readonly at: number; readonly side: number } {
  const side = Math.floor((size - 10 * GAP) / 9);
  const used = 9 * side + 10 * GAP;
  return { at: Math.floor((size - used) / 2) + i * (side + GAP) + Math.floor(i / 3) * GAP, side };
}

/** Opacity for a confidence: an even guess (1 in 9) leaves nothing, certainty is full colour. */
export function inkShare(confidence: number): number {
  return Math.max(0, Math.min(1, (confidence - 1 / 9) / (1 - 1 / 9)));
}
