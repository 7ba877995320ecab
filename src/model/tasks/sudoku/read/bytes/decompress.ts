import LZString from "lz-string";

/**
 * Unpacks LZ-compressed Base64, plain or URL-safe, as puzzle links carry it.
 * Returns undefined for what is damaged, too long, or unpacks to too much.
 */
export function decompress(data: string): string | undefined {
  if (data.length > MAX_PACKED) return undefined;
  // A '+' of Base64 becomes a space where a link was read as a form. For URLs some write - and _ for + and /, and
  // the compressor itself writes - for /.
  const plus = data.replaceAll(" ", "+");
  const base64 = plus.includes("_") ? plus.replaceAll("-", "+").replaceAll("_", "/") : plus.replaceAll("-", "/");
  try {
    const text = LZString.decompressFromBase64(base64);
    return text && text.length <= MAX_UNPACKED ? text : undefined;
  } catch {
    return undefined;
  }
}

// LZ can blow a text up by the square of its length: at this length that is 32 million characters.
const MAX_PACKED = 16_000;
const MAX_UNPACKED = 1_000_000;
