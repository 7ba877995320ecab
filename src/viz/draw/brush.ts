/** How a brush draws. */
export type BrushStyle = Pick<
  CanvasRenderingContext2D,
  | "globalAlpha"
  | "strokeStyle"
  | "fillStyle"
  | "lineWidth"
  | "lineJoin"
  | "lineCap"
  | "lineDashOffset"
  | "font"
  | "textAlign"
  | "textBaseline"
>;

/**
 * The part of a 2D context that our pictures draw with. A canvas has it; so has the recorder that writes a picture down
 * as SVG (figure/svgBrush.ts), which is how the same drawing becomes a figure with real lines.
 */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | "save"
  | "restore"
  | "translate"
  | "rotate"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "arc"
  | "rect"
  | "clip"
  | "stroke"
  | "fill"
  | "fillRect"
  | "fillText"
  | "drawImage"
  | "setLineDash"
> &
  BrushStyle;

const texts = new WeakMap<Path2D, string>();

/** A path from SVG path data, of which the data can be had back: a Path2D itself does not give it. */
export function textPath(data: string): Path2D {
  const path = new Path2D(data);
  texts.set(path, data);
  return path;
}

/** The path data of a path made by textPath; undefined for any other. */
export function pathData(path: Path2D): string | undefined {
  return texts.get(path);
}
