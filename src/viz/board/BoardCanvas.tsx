import { useLayoutEffect, useRef } from "react";
import { paintCanvas } from "../draw/canvas";
import { type Palette, usePalette } from "../draw/palette";
import { type BoardLines, type CellPaint, drawBoard } from "./drawBoard";
import type { BoardGeometry } from "./geometry";

export interface BoardCanvasProps {
  readonly className: string;
  readonly geometry: BoardGeometry;
  /** Side of the square that the board is drawn in, in pixels. */
  readonly size: number;
  readonly cell: (cell: number, palette: Palette) => CellPaint;
  readonly lines?: (palette: Palette) => BoardLines;
  /** For screen readers; without it the picture is hidden from them. */
  readonly label?: string;
}

/** A board as a small picture, drawn again whenever it is rendered. */
export function BoardCanvas({ className, geometry, size, cell, lines, label }: BoardCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const { rows, columns } = geometry.grid;
    const cells = Array.from({ length: rows * columns }, (_, i) => cell(i, palette));
    const ruled = lines?.(palette) ?? null;
    paintCanvas(canvas.current, size, size, (brush) => drawBoard(brush, cells, geometry, ruled));
  });
  return (
    <canvas
      ref={canvas}
      className={className}
      style={{ width: size, height: size }}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  );
}
