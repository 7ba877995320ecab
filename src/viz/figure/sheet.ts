import type { PanelCopy } from "./copyPanel";
import { escapeXml, tag } from "./xml";

/** What surrounds a picture, so that it explains itself wherever it ends up. */
export interface Legend {
  readonly title: string;
  /** What one sees, in a sentence or two. */
  readonly caption: string;
  /** What made it: short lines, each a fact or a few. */
  readonly recipe: readonly string[];
  /** The recipe once more for machines; it goes into <metadata>. */
  readonly data: unknown;
}

export interface SheetStyle {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly font: string;
  /** @font-face rules to go along; empty for none. */
  readonly faces: string;
}

/** Width of a text in pixels, in a font as CSS writes it. */
export type Measure = (text: string, font: string) => number;

export interface Sheet {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
/** Captions need space even under a narrow picture. */
const LEAST_WIDTH = 360;
const TITLE = { size: 16, weight: 650, lead: 22 } as const;
const CAPTION = { size: 13, weight: 400, lead: 19 } as const;
const RECIPE = { size: 10.5, weight: 400, lead: 15 } as const;
type Type = typeof TITLE | typeof CAPTION | typeof RECIPE;

/** A picture with title, caption and recipe as one SVG document. */
export function makeSheet(copy: PanelCopy, legend: Legend, style: SheetStyle, measure: Measure): Sheet {
  const { bounds } = copy;
  const inner = Math.ceil(Math.max(bounds.width, LEAST_WIDTH));
  const set = (text: string, { size, weight }: Type) =>
    breakText(text, inner, (piece) => measure(piece, `${weight} ${size}px ${style.font}`));
  const blocks: { text: string; type: Type; color: string }[] = [];
  const write = (lines: readonly string[], type: Type, color: string) =>
    blocks.push(...lines.map((text) => ({ text, type, color })));

  const title = set(legend.title, TITLE);
  const top = MARGIN + title.length * TITLE.lead + 10;
  write(set(legend.caption, CAPTION), CAPTION, style.ink);
  write(
    legend.recipe.flatMap((line) => set(line, RECIPE)),
    RECIPE,
    style.muted,
  );

  let y = MARGIN + TITLE.size;
  const out = title.map((text) => {
    const line = textLine(text, y, TITLE, style.ink, style.font);
    y += TITLE.lead;
    return line;
  });
  // A picture narrower than the text is centred.
  const left = MARGIN + (inner - bounds.width) / 2;
  out.push(tag("g", { transform: `translate(${left - bounds.left} ${top - bounds.top})` }, copy.markup));
  y = top + bounds.height + 28;
  blocks.forEach(({ text, type, color }, i) => {
    if (type === RECIPE && blocks[i - 1]?.type !== RECIPE) {
      out.push(tag("path", { d: `M${MARGIN},${y - 10.5}h${inner}`, stroke: style.line }));
      y += 8;
    }
    out.push(textLine(text, y, type, color, style.font));
    y += type.lead;
  });

  const [width, height] = [inner + 2 * MARGIN, Math.ceil(y + MARGIN - 12)];
  const head = [
    tag("title", {}, escapeXml(legend.title)),
    tag("desc", {}, escapeXml(legend.caption)),
    tag("metadata", {}, escapeXml(JSON.stringify(legend.data))),
    style.faces && tag("style", {}, style.faces),
    tag("rect", { width, height, fill: style.ground }),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const svg = tag("svg", { xmlns: "http://www.w3.org/2000/svg", ...size }, [...head, ...out].join(""));
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}

/** Breaks a text at spaces into lines that fit; a word that is too long by itself is broken where it must be. */
export function breakText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (measure(line) > width && line.length > 1) {
      let end = line.length - 1;
      while (end > 1 && measure(line.slice(0, end)) > width) end--;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return line === "" ? lines : [...lines, line];
}

function textLine(text: string, y: number, { size, weight }: Type, fill: string, font: string): string {
  return tag(
    "text",
    { x: MARGIN, y, "font-family": font, "font-size": size, "font-weight": weight, fill },
    escapeXml(text),
  );
}
