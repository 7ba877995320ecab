/** Whether bytes are UTF-32, and which end of each number comes first; null where they are none. */
export function utf32Of(head: Uint8Array): "little" | "big" | null {
  const units = Math.floor(Math.min(head.length, 400) / 4);
  if (units < 4) return null;
  const view = new DataView(head.buffer, head.byteOffset, 4 * units);
  // Three of four numbers are small enough for a character only when they are read from the right end.
  const fits = (little: boolean): boolean =>
    Array.from({ length: units }, (_, i) => view.getUint32(4 * i, little)).every((code) => code > 0 && code < 0x110000);
  return fits(true) ? "little" : fits(false) ? "big" : null;
}

/** The text of bytes in UTF-32, which TextDecoder does not know. */
export async function* fromUtf32(bytes: AsyncIterable<Uint8Array>, end: "little" | "big"): AsyncGenerator<string> {
  let rest = new Uint8Array(0);
  for await (const chunk of bytes) {
    const all = new Uint8Array(rest.length + chunk.length);
    all.set(rest);
    all.set(chunk, rest.length);
    const whole = all.length - (all.length % 4);
    const view = new DataView(all.buffer, 0, whole);
    let text = "";
    for (let at = 0; at < whole; at += 4) text += characterOf(view.getUint32(at, end === "little"));
    rest = all.slice(whole);
    yield text;
  }
}

function characterOf(code: number): string {
  if (code === 0xfeff) return "";
  return code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
}
