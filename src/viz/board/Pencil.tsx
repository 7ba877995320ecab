import { memo, useLayoutEffect, useRef } from "react";
import { paintCanvas } from "../draw/canvas";
import { usePalette } from "../draw/palette";
import { drawPencil } from "./drawPencil";
import type { RuledGrid } from "./geometry";

export interface PencilProps {
  readonly grid: RuledGrid;
  /** The levels of all cells as drawPencil takes them, joined by "|": as text they compare by value. */
  readonly levels: string;
  /** Width of the board inside its border, in pixels. */
  readonly width: number;
}

/**
 * All pencil marks of the board on one canvas over it. As elements they would be some four hundred, and the browser would
 * spend more on laying them out at every iteration than on all the rest of the page.
 */
export const Pencil = memo(function Pencil({ grid, levels, width }: PencilProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const height = (width / grid.columns) * grid.rows;
  useLayoutEffect(() => {
    if (!canvas.current || width === 0) return;
    const cells = levels.split("|").map((cell) => cell || null);
    const style = { grid, width, color: palette("--accent") };
    paintCanvas(canvas.current, width, height, (brush) => drawPencil(brush, cells, style));
  }, [grid, levels, width, height, palette]);
  return <canvas ref={canvas} className="board-pencil" style={{ width, height }} />;
});
