import { memo, useLayoutEffect, useRef } from "react";
import { paintCanvas } from "../draw/canvas";
import { usePalette } from "../draw/palette";
import { drawPencil } from "./drawPencil";

export interface PencilProps {
  /** The levels of all cells as drawPencil takes them, one text a cell, told apart by "|": it compares by value. */
  readonly levels: string;
  /** Side of the board inside its border, in pixels. */
  readonly side: number;
}

/**
 * All pencil marks of the board on one canvas over it. As elements they would be some four hundred, and the browser would
 * spend more on laying them out at every iteration than on all the rest of the page.
 */
export const Pencil = memo(function Pencil({ levels, side }: PencilProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (!canvas.current || side === 0) return;
    const cells = levels.split("|").map((cell) => cell || null);
    const color = palette("--accent");
    paintCanvas(canvas.current, side, side, (brush) => drawPencil(brush, cells, side, color));
  }, [levels, side, palette]);
  return <canvas ref={canvas} className="board-pencil" style={{ width: side, height: side }} />;
});
