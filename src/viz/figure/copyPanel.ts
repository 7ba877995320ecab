import { paintOf } from "../draw/canvas";
import { boxMarkup, place } from "./boxes";
import { copyInlineSvg } from "./inlineSvg";
import { intersection, type Rect, union } from "./rect";
import { createSvgBrush, type NextId } from "./svgBrush";
import { copyText } from "./text";
import { short, tag } from "./xml";

/** A panel of the page as SVG elements, and the part of the plane that they cover. */
export interface PanelCopy {
  readonly markup: string;
  readonly bounds: Rect;
}

/** What one operates is no part of the picture, nor is what only screen readers read. */
const OMITTED = "button, input, select, textarea, nav, dialog, script, style, .visually-hidden, [data-figure=omit]";

interface Walk {
  readonly omit: string;
  readonly origin: DOMRect;
  readonly nextId: NextId;
  bounds: Rect | null;
}

/**
 * Copies what is seen of a panel: boxes, text where it is, drawings, and canvases as lines where their painter is
 * known (paintOf), else as pixels. Real SVG elements throughout, no foreignObject: any program that reads SVG shows it.
 * `omit` is a selector of what else to leave out; data-figure="omit" does the same for one element, and
 * data-figure="whole" takes what is scrolled out of sight as well. Null while nothing of
 * it is to be seen.
 */
export function copyPanel(root: Element, nextId: NextId, omit = ""): PanelCopy | null {
  const all = omit === "" ? OMITTED : `${OMITTED}, ${omit}`;
  const walk: Walk = { omit: all, origin: root.getBoundingClientRect(), nextId, bounds: null };
  const markup = copyChildren(root, getComputedStyle(root), walk, null);
  return walk.bounds && { markup, bounds: walk.bounds };
}

function copyElement(element: Element, walk: Walk, clip: Rect | null): string {
  if (element.matches(walk.omit)) return "";
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return "";
  const at = rectOf(element.getBoundingClientRect(), walk.origin);
  const content = copyKind(element, style, at, walk, clip);
  if (content === "" || style.opacity === "1") return content;
  return tag("g", { opacity: short(Number(style.opacity)) }, content);
}

function copyKind(element: Element, style: CSSStyleDeclaration, at: Rect, walk: Walk, clip: Rect | null): string {
  if (element instanceof SVGSVGElement) return cover(walk, at, clip, copyInlineSvg(element, at));
  if (element instanceof HTMLCanvasElement) return cover(walk, at, clip, copyCanvas(element, at, walk.nextId));
  if (element instanceof HTMLImageElement)
    return cover(walk, at, clip, tag("image", { href: element.src, ...place(at) }));
  if (style.display === "contents") return copyChildren(element, style, walk, clip);
  const box = cover(walk, at, clip, boxMarkup(at, style));
  const scrolls = style.overflowX !== "visible" || style.overflowY !== "visible";
  const hides = scrolls && !element.matches("[data-figure=whole]");
  const inner = hides ? intersection(clip, at) : clip;
  // Scrolled wholly out of sight.
  if (hides && !inner) return box;
  const content = copyChildren(element, style, walk, inner) + copyAfter(element, at, walk, inner);
  if (!hides || content === "" || !spills(element)) return box + content;
  const id = walk.nextId();
  const shape = tag("rect", { ...place(at), rx: Number.parseFloat(style.borderTopLeftRadius) || null });
  return `${box}${tag("clipPath", { id }, shape)}${tag("g", { "clip-path": `url(#${id})` }, content)}`;
}

function copyChildren(element: Element, style: CSSStyleDeclaration, walk: Walk, clip: Rect | null): string {
  const inside = [...element.childNodes].map((node) => {
    if (node instanceof Element) return copyElement(node, walk, clip);
    if (!(node instanceof Text)) return "";
    const { markup, boxes } = copyText(node, style, walk.origin);
    // Every line counts towards what is covered, not only the first.
    const seen = boxes.filter((box) => cover(walk, box, clip, markup) !== "");
    return seen.length > 0 ? markup : "";
  });
  return inside.join("");
}

/** The box that ::after lays over an element: rings and dots, which are no elements of their own. */
function copyAfter(element: Element, at: Rect, walk: Walk, clip: Rect | null): string {
  const style = getComputedStyle(element, "::after");
  if (style.content === "none" || style.position !== "absolute") return "";
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(Number.parseFloat);
  if (left === undefined || top === undefined || !width || !height) return "";
  const inside = { left: at.left + element.clientLeft, top: at.top + element.clientTop };
  const box = { left: inside.left + left, top: inside.top + top, width, height };
  return cover(walk, box, clip, boxMarkup(box, style));
}

function copyCanvas(canvas: HTMLCanvasElement, at: Rect, nextId: NextId): string {
  const painted = paintOf(canvas);
  if (!painted) return tag("image", { href: canvas.toDataURL(), ...place(at) });
  const { brush, markup } = createSvgBrush(nextId);
  painted.paint(brush);
  const viewBox = `0 0 ${painted.width} ${painted.height}`;
  return tag("svg", { ...place(at), viewBox, overflow: "hidden" }, markup());
}

/** Notes what a piece of the figure covers; a piece that is clipped away altogether is left out. */
function cover(walk: Walk, at: Rect, clip: Rect | null, markup: string): string {
  const seen = markup === "" ? null : intersection(clip, at);
  if (!seen) return "";
  walk.bounds = union(walk.bounds, seen);
  return markup;
}

function spills(element: Element): boolean {
  return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
}

function rectOf({ left, top, width, height }: DOMRect, origin: DOMRect): Rect {
  return { left: left - origin.left, top: top - origin.top, width, height };
}
