import { copyPanel } from "../../../viz/figure/copyPanel";
import { short, tag } from "../../../viz/figure/xml";
import { FURNITURE } from "../../export/panels";

/** What is seen of an element as an <svg> that stands among others in a page of HTML; null where nothing is seen. */
export function svgOf(root: Element, prefix: string): string | null {
  let count = 0;
  const copy = copyPanel(root, () => `c${++count}`, `${FURNITURE}, ${CONTROLS}`);
  if (!copy) return null;
  const { left, top, width, height } = copy.bounds;
  const viewBox = [left, top, width, height].map(short).join(" ");
  const svg = tag("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox, width, height }, copy.markup);
  return ownIds(withoutStyle(svg), prefix);
}

/** Rows of controls: on paper nothing is chosen. */
const CONTROLS = ".experiment-controls, .segmented, .plane-axis, .basin-chosen";

/** The page's policy allows no style in markup. Widths of digits are those of the sheet. */
export function withoutStyle(svg: string): string {
  return svg.replaceAll(/\sstyle="[^"]*"/g, "");
}

/** The same drawing with ids of its own, since those of another picture in the page may be the same. */
export function ownIds(svg: string, prefix: string): string {
  return svg
    .replace(/(\sid=")([^"]*")/g, `$1${prefix}-$2`)
    .replace(/(url\(#)([^)]*\))/g, `$1${prefix}-$2`)
    .replace(/(\s(?:xlink:)?href="#)([^"]*")/g, `$1${prefix}-$2`);
}
