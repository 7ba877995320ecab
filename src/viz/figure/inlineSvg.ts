import { paintAs, plainColor } from "./colors";
import type { Rect } from "./rect";
import { escapeXml, tag } from "./xml";

/** What of a computed style a drawing may depend on, with the value that need not be written. */
const COPIED: Readonly<Record<string, string>> = {
  opacity: "1",
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "letter-spacing": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
};
const TEXT_ONLY = /^(font|letter|text|dominant)/;
/** Attributes that mean something only on the page. */
const DROPPED = /^(class|style|role|tabindex|data-|aria-|on|id$)/;

/** An <svg> of the page as one that needs no style sheet, placed where it lies in the figure. */
export function copyInlineSvg(svg: SVGSVGElement, at: Rect): string {
  const viewBox = svg.getAttribute("viewBox");
  const overflow = getComputedStyle(svg).overflow === "visible" ? "visible" : null;
  const content = [...svg.children].map(copyNode).join("");
  return tag("svg", { x: at.left, y: at.top, width: at.width, height: at.height, viewBox, overflow }, content);
}

function copyNode(element: Element): string {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || element.localName === "title") return "";
  const attributes: Record<string, string | null> = {};
  // Ids stay where something of the drawing may refer to them.
  for (const { name, value } of element.attributes)
    if (!DROPPED.test(name) || (name === "id" && isDefinition(element))) attributes[name] = value;
  if (element.localName === "stop") Object.assign(attributes, { "stop-color": plainColor(style.stopColor).color });
  else if (!isDefinition(element)) Object.assign(attributes, styleOf(element, style));
  const inside = [...element.childNodes].map((node) =>
    node instanceof Element
      ? copyNode(node)
      : node.nodeType === Node.TEXT_NODE
        ? escapeXml(node.textContent ?? "")
        : "",
  );
  return tag(element.localName, attributes, inside.length > 0 ? inside.join("") : null);
}

function styleOf(element: Element, style: CSSStyleDeclaration): Record<string, string | null> {
  const isText = element.localName === "text" || element.localName === "tspan";
  const out: Record<string, string | null> = {};
  if (element.localName !== "g") {
    const stroke = plainColor(style.stroke).opacity > 0 ? paintAs("stroke", style.stroke) : {};
    Object.assign(out, paintAs("fill", style.fill), stroke);
  }
  for (const [name, usual] of Object.entries(COPIED)) {
    if (TEXT_ONLY.test(name) && !isText) continue;
    const value = style.getPropertyValue(name);
    if (value !== usual && !(name.startsWith("stroke") && !out.stroke)) out[name] = value;
  }
  return out;
}

function isDefinition({ localName }: Element): boolean {
  return ["defs", "clipPath", "linearGradient", "radialGradient", "stop", "pattern", "mask", "marker"].includes(
    localName,
  );
}
