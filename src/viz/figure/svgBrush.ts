import { type Brush, type BrushStyle, pathData } from "../draw/brush";
import { escapeXml, short, tag } from "./xml";

/** Gives ids that are unique in one figure. */
export type NextId = () => string;

type Given = Path2D | CanvasFillRule | undefined;
type Matrix = readonly [number, number, number, number, number, number];

/** What save() keeps. */
interface State {
  readonly matrix: Matrix;
  readonly clip: string | null;
  readonly dash: readonly number[];
  readonly style: BrushStyle;
}

const STYLE: BrushStyle = {
  globalAlpha: 1,
  strokeStyle: "#000000",
  fillStyle: "#000000",
  lineWidth: 1,
  lineJoin: "miter",
  lineCap: "butt",
  lineDashOffset: 0,
  font: "10px sans-serif",
  textAlign: "start",
  textBaseline: "alphabetic",
};

const ANCHORS: Readonly<Record<CanvasTextAlign, string | null>> = {
  start: null,
  left: null,
  center: "middle",
  end: "end",
  right: "end",
};

/** How far below the given point the baseline lies, in font sizes. */
const DROPS: Readonly<Record<CanvasTextBaseline, number>> = {
  alphabetic: 0,
  bottom: -0.2,
  ideographic: -0.2,
  hanging: 0.8,
  middle: 0.36,
  top: 0.8,
};

/**
 * Writes down as SVG what is drawn with it. A path is taken in the coordinates in force when it is stroked or filled: none
 * of our pictures moves them half-way. A Path2D must come from textPath.
 */
export function createSvgBrush(nextId: NextId): { readonly brush: Brush; markup(): string } {
  const out: string[] = [];
  const stack: State[] = [];
  const style: BrushStyle = { ...STYLE };
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let clip: string | null = null;
  let dash: readonly number[] = [];
  let path = "";

  const common = () => ({
    opacity: style.globalAlpha < 1 ? String(Math.round(style.globalAlpha * 1000) / 1000) : null,
    transform: matrix.join() === "1,0,0,1,0,0" ? null : `matrix(${matrix.map(short).join(" ")})`,
  });
  // Around the element, not on it: its own transform would move the clip as well.
  const put = (element: string) => out.push(clip ? tag("g", { "clip-path": `url(#${clip})` }, element) : element);
  const draw = (d: string, paint: Record<string, string | number | null>) => {
    if (d !== "" && style.globalAlpha > 0) put(tag("path", { d, ...paint, ...common() }));
  };
  const dataOf = (given: Given): string => (typeof given === "object" ? (pathData(given) ?? "") : path);
  const box = (x: number, y: number, w: number, h: number) =>
    `M${short(x)},${short(y)}h${short(w)}v${short(h)}h${short(-w)}z`;

  const methods = {
    save() {
      stack.push({ matrix, clip, dash, style: { ...style } });
    },
    restore() {
      const state = stack.pop();
      if (!state) return;
      ({ matrix, clip, dash } = state);
      Object.assign(style, state.style);
    },
    translate(x: number, y: number) {
      const [a, b, c, d, e, f] = matrix;
      matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
    },
    rotate(angle: number) {
      const [a, b, c, d, e, f] = matrix;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
    },
    beginPath() {
      path = "";
    },
    moveTo(x: number, y: number) {
      path += `M${short(x)},${short(y)}`;
    },
    lineTo(x: number, y: number) {
      // A canvas begins a path where its first line ends.
      path += `${path === "" ? "M" : "L"}${short(x)},${short(y)}`;
    },
    arc(x: number, y: number, r: number, from: number, to: number) {
      const [dx, dy] = [r * Math.cos(from), r * Math.sin(from)];
      const [ex, ey] = [r * Math.cos(to), r * Math.sin(to)];
      const radii = `${short(r)},${short(r)} 0`;
      path += `${path === "" ? "M" : "L"}${short(x + dx)},${short(y + dy)}`;
      if (Math.abs(to - from) >= 2 * Math.PI - 1e-9)
        path += `A${radii} 1 1 ${short(x - dx)},${short(y - dy)}A${radii} 1 1 ${short(x + dx)},${short(y + dy)}`;
      else path += `A${radii} ${to - from > Math.PI ? 1 : 0} 1 ${short(x + ex)},${short(y + ey)}`;
    },
    rect(x: number, y: number, w: number, h: number) {
      path += box(x, y, w, h);
    },
    clip() {
      const id = nextId();
      out.push(tag("clipPath", { id, "clip-path": clip && `url(#${clip})` }, tag("path", { d: path })));
      clip = id;
    },
    stroke(given?: Given) {
      if (style.strokeStyle === "transparent") return;
      draw(dataOf(given), {
        fill: "none",
        stroke: String(style.strokeStyle),
        "stroke-width": style.lineWidth,
        "stroke-linejoin": style.lineJoin === "miter" ? null : style.lineJoin,
        "stroke-linecap": style.lineCap === "butt" ? null : style.lineCap,
        "stroke-dasharray": dash.length > 0 ? dash.join(" ") : null,
        "stroke-dashoffset": dash.length > 0 && style.lineDashOffset !== 0 ? style.lineDashOffset : null,
      });
    },
    fill(given?: Given) {
      if (style.fillStyle !== "transparent") draw(dataOf(given), { fill: String(style.fillStyle) });
    },
    fillRect(x: number, y: number, w: number, h: number) {
      draw(box(x, y, w, h), { fill: String(style.fillStyle) });
    },
    fillText(text: string, x: number, y: number) {
      const [, weight = "400", size = "10", family = "sans-serif"] =
        /^(?:(\d+|bold)\s+)?([\d.]+)px\s+(.+)$/.exec(style.font) ?? [];
      const place = { x, y: y + DROPS[style.textBaseline] * Number(size), "text-anchor": ANCHORS[style.textAlign] };
      const face = { "font-family": family, "font-size": size, "font-weight": weight, fill: String(style.fillStyle) };
      put(tag("text", { ...place, ...face, ...common() }, escapeXml(text)));
    },
    drawImage(image: CanvasImageSource, x: number, y: number, w?: number, h?: number) {
      if (!(image instanceof HTMLCanvasElement)) return;
      const size = { width: w ?? image.width, height: h ?? image.height };
      put(tag("image", { href: image.toDataURL(), x, y, ...size, ...common() }));
    },
    setLineDash(segments: Iterable<number>) {
      dash = [...segments];
    },
  };
  return { brush: Object.assign(style, methods), markup: () => out.join("") };
}
