import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Size } from "../draw/useSize";
import { copyInlineSvg } from "./inlineSvg";
import { tag } from "./xml";

/**
 * What a component draws into an <svg>, as an image for a canvas: axes look the same there as on the page. `className`
 * names the element whose style sheet they follow, `faces` are @font-face rules. Rejects where it cannot be drawn.
 */
export async function backdropOf(
  drawing: ReactElement,
  size: Size,
  className: string,
  faces: string,
): Promise<HTMLImageElement> {
  const { width, height } = size;
  const host = document.createElement("div");
  host.className = className;
  // In the document, for the style sheets to reach it, and out of sight.
  host.style.cssText = `position:fixed;left:-10000px;top:0;width:${width}px;height:${height}px`;
  host.setAttribute("aria-hidden", "true");
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(drawing));
    const svg = host.querySelector("svg");
    const content = svg ? copyInlineSvg(svg, { left: 0, top: 0, width, height }) : "";
    const style = faces && tag("style", {}, faces);
    const text = tag("svg", { xmlns: "http://www.w3.org/2000/svg", width, height }, style + content);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    return image;
  } finally {
    root.unmount();
    host.remove();
  }
}
