import { encode } from "uqr";

/** Modules of white around the code, as the standard asks for. */
const BORDER = 4;

/** A QR code as the path of its dark modules in a square of `size`; null where the text is too long for any. */
export function qrPath(text: string): { readonly size: number; readonly path: string } | null {
  try {
    const { size, data } = encode(text, { ecc: "L", border: BORDER });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
    return { size, path };
  } catch {
    return null;
  }
}
