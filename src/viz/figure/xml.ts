const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML allows it, in an attribute as well; what XML 1.0 forbids is left out. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
}

/** A number with at most two decimals. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** An element; attributes that are null are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  content: string | null = null,
): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== null) text += ` ${key}="${typeof value === "number" ? short(value) : escapeXml(value)}"`;
  return content === null ? `${text}/>` : `${text}>${content}</${name}>`;
}
