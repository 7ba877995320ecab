import { paintAs, plainColor } from "./colors";
import type { Rect } from "./rect";
import { short, tag } from "./xml";

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** Background and borders of an element as rectangles, or what a polygon leaves of it; empty where it has none. */
export function boxMarkup(at: Rect, style: CSSStyleDeclaration): string {
  const points = polygonPoints(style.clipPath, at);
  if (points !== null) return tag("polygon", { points, ...paintAs("fill", style.backgroundColor) });
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const ground =
    plainColor(style.backgroundColor).opacity > 0
      ? tag("rect", { ...place(at), rx: radius || null, ...paintAs("fill", style.backgroundColor) })
      : "";
  const borders = SIDES.map((side) => ({
    side,
    width: style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
    dash: style[`border${side}Style`] === "dashed" ? "4 3" : null,
  })).filter(({ width, color }) => width > 0 && plainColor(color).opacity > 0);
  const [first] = borders;
  if (!first) return ground;
  if (borders.length === 4 && borders.every(({ width, color }) => width === first.width && color === first.color)) {
    const inner = grow(at, -first.width / 2);
    const line = { "stroke-width": first.width, "stroke-dasharray": first.dash, ...paintAs("stroke", first.color) };
    return ground + tag("rect", { ...place(inner), rx: radius || null, fill: "none", ...line });
  }
  return (
    ground +
    borders
      .map(({ side, width, color }) => tag("rect", { ...edge(at, side, width), ...paintAs("fill", color) }))
      .join("")
  );
}

export function place({ left, top, width, height }: Rect): Record<string, number> {
  return { x: left, y: top, width, height };
}

/** The corners of a clip path as the browser computes it, `polygon(0px 0px, 100% 0px, …)`; null where it is no polygon. */
export function polygonPoints(clipPath: string, { left, top, width, height }: Rect): string | null {
  const corners = /^polygon\(([^()]+)\)$/.exec(clipPath)?.[1];
  if (!corners) return null;
  const along = (length: string | undefined, side: number) =>
    length?.endsWith("%") ? (Number.parseFloat(length) / 100) * side : Number.parseFloat(length ?? "0");
  return corners
    .split(",")
    .map((corner) => corner.trim().split(/\s+/))
    .map(([x, y]) => `${short(left + along(x, width))},${short(top + along(y, height))}`)
    .join(" ");
}

function grow({ left, top, width, height }: Rect, by: number): Rect {
  return { left: left - by, top: top - by, width: Math.max(0, width + 2 * by), height: Math.max(0, height + 2 * by) };
}

function edge({ left, top, width, height }: Rect, side: (typeof SIDES)[number], thick: number): Record<string, number> {
  switch (side) {
    case "Top":
      return { x: left, y: top, width, height: thick };
    case "Bottom":
      return { x: left, y: top + height - thick, width, height: thick };
    case "Left":
      return { x: left, y: top, width: thick, height };
    case "Right":
      return { x: left + width - thick, y: top, width: thick, height };
  }
}
