import type { MarkShape } from "./outcome";

const STROKED: ReadonlySet<MarkShape> = new Set(["ring", "chevron", "cross", "plus", "minus", "bar"]);

/** Whether a mark is drawn as a line rather than filled. */
export function isStroked(shape: MarkShape): boolean {
  return STROKED.has(shape);
}

/**
 * SVG path of a mark around the origin, for <path> and Path2D alike. All cover about the area of a circle of radius r,
 * so that no outcome looks louder than another.
 */
export function shapePath(shape: MarkShape, r: number): string {
  const n = (value: number) => String(Math.round(value * 100) / 100);
  switch (shape) {
    case "circle":
      return circle(r, n);
    case "ring":
      return circle(r * 0.9, n);
    case "square": {
      const s = r * 0.88;
      return `M${n(-s)},${n(-s)}H${n(s)}V${n(s)}H${n(-s)}Z`;
    }
    case "triangle": {
      const s = r * 1.2;
      return `M0,${n(-s)}L${n(s * 0.95)},${n(s * 0.72)}H${n(-s * 0.95)}Z`;
    }
    case "diamond": {
      const s = r * 1.2;
      return `M0,${n(-s)}L${n(s)},0L0,${n(s)}L${n(-s)},0Z`;
    }
    case "wedge": {
      const s = r * 1.2;
      return `M0,${n(s)}L${n(s * 0.95)},${n(-s * 0.72)}H${n(-s * 0.95)}Z`;
    }
    case "plus":
      return `M${n(-r)},0H${n(r)}M0,${n(-r)}V${n(r)}`;
    case "minus":
      return `M${n(-r)},0H${n(r)}`;
    case "bar":
      return `M0,${n(-r)}V${n(r)}`;
    case "chevron":
      return `M${n(-r * 0.5)},${n(-r * 0.9)}L${n(r * 0.65)},0L${n(-r * 0.5)},${n(r * 0.9)}`;
    case "cross": {
      const s = r * 0.8;
      return `M${n(-s)},${n(-s)}L${n(s)},${n(s)}M${n(-s)},${n(s)}L${n(s)},${n(-s)}`;
    }
  }
}

function circle(r: number, n: (value: number) => string): string {
  return `M${n(r)},0A${n(r)},${n(r)} 0 1 1 ${n(-r)},0A${n(r)},${n(r)} 0 1 1 ${n(r)},0Z`;
}
