import type { MarkShape } from "../outcome";
import { isStroked, shapePath } from "../shape";
import { type Brush, textPath } from "./brush";

const paths = new Map<string, Path2D>();

function pathOf(shape: MarkShape, radius: number): Path2D {
  const key = `${shape} ${radius}`;
  let path = paths.get(key);
  if (!path) {
    path = textPath(shapePath(shape, radius));
    paths.set(key, path);
  }
  return path;
}

export interface MarkStyle {
  readonly shape: MarkShape;
  readonly radius: number;
  readonly color: string;
  /** Drawn around the mark, so that it stands out from the lines under it. */
  readonly halo: string;
  /** Direction in radians, for the chevron. */
  readonly angle?: number;
}

/** Draws an outcome's mark on a canvas. Radii should be few: each shape and radius is kept as a path. */
export function drawMark(context: Brush, x: number, y: number, style: MarkStyle): void {
  const path = pathOf(style.shape, style.radius);
  context.save();
  context.translate(x, y);
  if (style.angle) context.rotate(style.angle);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.strokeStyle = style.halo;
  const stroked = isStroked(style.shape);
  context.lineWidth = stroked ? 4 : 2.5;
  context.stroke(path);
  if (stroked) {
    context.strokeStyle = style.color;
    context.lineWidth = 1.8;
    context.stroke(path);
  } else {
    context.fillStyle = style.color;
    context.fill(path);
  }
  context.restore();
}
