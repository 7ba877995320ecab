import { useLayoutEffect, useRef } from "react";
import { paintCanvas } from "../draw/canvas";
import { usePalette } from "../draw/palette";
import { type BeliefColumn, drawBelief } from "./drawBelief";

export interface BeliefPictureProps {
  readonly columns: readonly BeliefColumn[];
  readonly values: number;
  readonly cursor?: number | null;
  /** For screen readers: what it shows, in a sentence. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** What states believe of one cell: a row per value, a column per state. */
export function BeliefPicture({ columns, values, cursor = null, label, width, height }: BeliefPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const colors = {
      ink: palette("--accent"),
      ground: palette("--surface"),
      unknown: palette("--sunk"),
      label: palette("--muted"),
      cursor: palette("--ink"),
    };
    paintCanvas(canvas.current, width, height, (brush) =>
      drawBelief(brush, columns, { width, height, values, cursor, colors }),
    );
  });
  return <canvas ref={canvas} style={{ width, height, display: "block" }} role="img" aria-label={label} />;
}
