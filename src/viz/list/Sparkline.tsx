import { memo, useLayoutEffect, useRef } from "react";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Brush } from "../draw/brush";
import { paintCanvas } from "../draw/canvas";
import { usePalette, viewColor } from "../draw/palette";
import { lineLook } from "../outcome";
import { timeEnd } from "../residuals/domain";
import type { TrajectoryView } from "../types";

export interface SparklineProps {
  readonly record: RunRecord;
  /** record.revision, so that a change in place is seen. */
  readonly revision: number;
  readonly view: TrajectoryView;
  readonly cursor: number;
  readonly depth: number;
  readonly width?: number;
  readonly height?: number;
}

/** The residual of one trajectory up to the cursor, log scale, on the time axis of the chart; dashed: the tolerance. */
export const Sparkline = memo(function Sparkline(props: SparklineProps) {
  const { record, view, cursor, depth, width = 96, height = 28 } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const color = viewColor(palette, view);

  useLayoutEffect(() => {
    if (!canvas.current) return;
    const scene = {
      record,
      trajectory: view.index,
      cursor,
      depth,
      width,
      height,
      color,
      dash: lineLook(view.outcome).dash,
    };
    paintCanvas(canvas.current, width, height, (brush) => drawSparkline(brush, scene, palette("--line-strong")));
  });

  return <canvas ref={canvas} className="sparkline" style={{ width, height }} />;
});

interface SparklineScene {
  readonly record: RunRecord;
  readonly trajectory: number;
  readonly cursor: number;
  readonly depth: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly dash: readonly number[];
}

function drawSparkline(context: Brush, scene: SparklineScene, toleranceColor: string): void {
  const { record, trajectory, cursor, depth, width, height, color, dash } = scene;
  const y = (value: number) => sparkHeight(value, height);
  context.strokeStyle = toleranceColor;
  context.lineWidth = 1;
  context.setLineDash([2, 2]);
  context.beginPath();
  context.moveTo(0, y(record.recipe.tolerance));
  context.lineTo(width, y(record.recipe.tolerance));
  context.stroke();
  context.setLineDash([]);

  const end = timeEnd(record.frames.length - 1, depth);
  // One vertex per pixel is all that can be seen.
  const stride = Math.max(1, Math.floor(end / width));
  let [x, at] = [0, Number.NaN];
  context.beginPath();
  for (let k = 1; k <= cursor; k = k < cursor ? Math.min(cursor, k + stride) : k + 1) {
    const residual = record.frames[k]?.residual[trajectory] ?? Number.NaN;
    if (!Number.isFinite(residual)) continue;
    x = 2 + (k / end) * (width - 4);
    at = y(residual);
    context.lineTo(x, at);
  }
  context.strokeStyle = color;
  context.lineWidth = 1.4;
  context.lineJoin = "round";
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
  if (Number.isNaN(at)) return;
  context.beginPath();
  context.arc(x, at, 1.9, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/** Height of a residual between 1 (top) and 1e-7 (bottom), with space for the stroke at both ends. */
export function sparkHeight(residual: number, height: number): number {
  const log = Math.min(0, Math.max(-7, Math.log10(residual)));
  return 2.5 + (-log / 7) * (height - 5);
}
