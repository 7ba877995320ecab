import { short } from "./xml";

/** A colour as SVG readers of every age know it, and how opaque it is. */
export interface Paint {
  readonly color: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const known = new Map<string, Paint>();
let context: CanvasRenderingContext2D | null = null;

/**
 * Any CSS colour as #rrggbb and an opacity: computed styles may say oklab(), color-mix or color(), which only browsers
 * understand. The browser itself converts it, by painting a pixel.
 */
export function plainColor(css: string): Paint {
  const found = known.get(css) ?? convert(css);
  known.set(css, found);
  return found;
}

function convert(css: string): Paint {
  if (css === "none" || css === "transparent" || css === "") return { color: "none", opacity: 0 };
  // Gradients and patterns of the picture's own.
  if (css.startsWith("url(")) return { color: css, opacity: 1 };
  if (!context) {
    const canvas = document.createElement("canvas");
    canvas.width = 1;
    canvas.height = 1;
    context = canvas.getContext("2d", { willReadFrequently: true });
  }
  if (!context) return { color: css, opacity: 1 };
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return { color: `#${[r, g, b].map((v) => v.toString(16).padStart(2, "0")).join("")}`, opacity: a / 255 };
}

/** Attributes that paint a fill or a stroke; null attributes are left out by tag(). */
export function paintAs(what: "fill" | "stroke", css: string): Record<string, string | null> {
  const { color, opacity } = plainColor(css);
  return { [what]: color, [`${what}-opacity`]: opacity > 0 && opacity < 1 ? short(opacity) : null };
}
