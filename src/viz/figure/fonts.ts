import greek from "@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url";
import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";

/** The page's typeface as @font-face rules with the fonts inside, for a figure that is seen elsewhere. */
export async function embeddedFaces(): Promise<string> {
  const faces = await Promise.all([face(latin, "U+0000-036F, U+2000-22FF"), face(greek, "U+0370-03FF")]);
  return faces.join("");
}

async function face(url: string, range: string): Promise<string> {
  const response = await fetch(url).catch(() => null);
  // Without the font the figure is set in the reader's own: legible, and lines keep their width.
  if (!response?.ok) return "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2");unicode-range:${range}}`;
}
