import { say } from "../../words/say";
import type { Sheet } from "./sheet";

/** A figure as PNG, `scale` pixels per unit. Throws an Error with a sentence where the browser cannot make it. */
export async function rasterise({ svg, width, height }: Sheet, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!context || !blob) throw new Error(say`no picture came out`);
    return blob;
  } catch {
    throw new Error(say`This browser could not turn the figure into pixels. Take the SVG instead.`);
  } finally {
    URL.revokeObjectURL(url);
  }
}
