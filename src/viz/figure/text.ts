import { paintAs } from "./colors";
import type { Rect } from "./rect";
import { escapeXml, tag } from "./xml";

/** A stretch of a text node that lies on one line. */
interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines a text node is broken into on the page, in viewport pixels. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  const text = node.data;
  for (let i = 0; i < text.length; ) {
    // Both halves of a surrogate pair together.
    const size = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    range.setStart(node, i);
    range.setEnd(node, i + size);
    const [box] = range.getClientRects();
    const piece = text.slice(i, i + size);
    i += size;
    // Spaces that the layout swallowed have no width.
    if (!box || box.width === 0) continue;
    const line = lines.at(-1);
    const ink = piece.trim() !== "";
    if (line && Math.abs(line.top - box.top) < box.height / 2) {
      line.text += piece;
      // Spaces at the ends take part in neither the text nor its width.
      if (ink) line.right = Math.max(line.right, box.right);
    } else if (ink) lines.push({ text: piece, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return lines;
}

/** A text node as <text> elements where it is on the page, and the boxes they fill. */
export function copyText(node: Text, style: CSSStyleDeclaration, origin: DOMRect): { markup: string; boxes: Rect[] } {
  const boxes: Rect[] = [];
  const markup = linesOf(node)
    .map(({ text, left, right, top, bottom }) => {
      const at = { left: left - origin.left, top: top - origin.top, width: right - left, height: bottom - top };
      boxes.push(at);
      return lineMarkup(cased(text.trimEnd(), style.textTransform), at, style);
    })
    .join("");
  return { markup, boxes };
}

/** One line of text in a box as high as its line, spaced to the measured width: another font may not push it further. */
function lineMarkup(text: string, at: Rect, style: CSSStyleDeclaration): string {
  const place = { x: at.left, y: at.top + at.height * ascentShare(style) };
  return tag("text", { ...place, textLength: at.width, ...faceOf(style) }, escapeXml(text));
}

/** How much of a line's height lies above its baseline. */
function ascentShare(style: CSSStyleDeclaration): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (!measure) return 0.8;
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText("x");
  return up / (up + down);
}

let measure: CanvasRenderingContext2D | null = null;

/** Typeface and colour of a text. */
function faceOf(style: CSSStyleDeclaration): Record<string, string | number | null> {
  return {
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-weight": style.fontWeight === "400" ? null : style.fontWeight,
    "font-style": style.fontStyle === "normal" ? null : style.fontStyle,
    ...paintAs("fill", style.color),
    style: style.fontVariantNumeric === "normal" ? null : `font-variant-numeric:${style.fontVariantNumeric}`,
  };
}

function cased(text: string, transform: string): string {
  return transform === "uppercase" ? text.toUpperCase() : transform === "lowercase" ? text.toLowerCase() : text;
}
