/** Longer JSON is not kept in memory to be read as one value. */
const MOST_CHARACTERS = 16_000_000;

/** A text that is a row at most: a list of such texts is one puzzle. */
const SHORT_TEXT = /^"[^"]{0,25}"/;

export type Fed =
  /** The value goes on. */
  | { readonly kind: "more" }
  /** Values that ended on this line, each with the line that it began on, and whether the outermost one ended. */
  | {
      readonly kind: "values";
      readonly values: readonly { readonly line: number; readonly value: unknown }[];
      readonly over: boolean;
    }
  /** No JSON after all: the lines are to be read in another way. */
  | { readonly kind: "none"; readonly lines: readonly { readonly number: number; readonly text: string }[] }
  | { readonly kind: "large"; readonly line: number };

/**
 * Takes JSON line by line. The objects and texts of an outermost list come out one by one, as soon as each has ended, so
 * that a long list needs no more memory than its longest entry; any other value comes out whole.
 */
export function createJson() {
  let kept: { number: number; text: string }[] = [];
  let size = 0;
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** Whether entries of the outermost list come out one by one; null before the first of them. */
  let streams: boolean | null = null;
  let entry = "";
  let entryLine = 0;

  return {
    feed(number: number, text: string): Fed {
      kept.push({ number, text });
      size += text.length;
      const ended: { line: number; text: string }[] = [];
      let over = false;
      let at = 0;
      for (; at < text.length && !over; at++) {
        const sign = text[at] ?? "";
        const before = depth;
        if (inText) {
          if (escaped) escaped = false;
          else if (sign === "\\") escaped = true;
          else if (sign === '"') inText = false;
        } else if (sign === '"') inText = true;
        else if (sign === "[" || sign === "{") depth++;
        else if (sign === "]" || sign === "}") depth--;
        if (before === 1 && depth >= 1 && streams === null && /\S/.test(sign))
          streams =
            kept[0]?.text.trimStart()[0] === "[" &&
            (sign === "{" || (sign === '"' && !SHORT_TEXT.test(text.slice(at, at + 28))));
        if (streams && depth >= 1) {
          if (depth === 1 && before === 1 && !inText && (sign === "," || /\s/.test(sign)) && entry === "") continue;
          if (entry === "") entryLine = number;
          if (depth === 1 && before === 1 && !inText && sign === ",") {
            ended.push({ line: entryLine, text: entry });
            entry = "";
          } else entry += sign;
        }
        over = depth <= 0;
      }
      const behind = over ? text.slice(at).trim() : "";
      if (!/^[,;.)\]}\s]*$/.test(behind)) return { kind: "none", lines: kept };
      if (streams) entry += "\n";
      if (over && streams && entry.trim() !== "") ended.push({ line: entryLine, text: entry });
      if (over && !streams)
        ended.push({ line: kept[0]?.number ?? number, text: kept.map((line) => line.text).join("\n") });
      const values = ended.map(({ line, text }) => ({ line, value: parse(text) }));
      if (values.some(({ value }) => value === undefined) || depth < 0) return { kind: "none", lines: kept };
      if (streams && values.length > 0) {
        kept = [{ number, text: "[" }];
        size = 0;
      }
      if (over || values.length > 0) return { kind: "values", values, over };
      return size > MOST_CHARACTERS
        ? { kind: "large", line: entryLine || (kept[0]?.number ?? number) }
        : { kind: "more" };
    },
    /** What is left when the text ends within a value. */
    rest: () => kept,
  };
}

function parse(text: string): unknown {
  for (const write of [(same: string) => same, strict, listed])
    try {
      return JSON.parse(write(text));
    } catch {}
  return undefined;
}

/** JSON as programs and people write it (Python's names and quotes, comments, commas at the end, bare keys) as strict JSON. */
function strict(text: string): string {
  return text.replace(LOOSE, (match: string, before?: string, key?: string, behind?: string) => {
    if (key !== undefined) return `${before}"${key}"${behind}`;
    if (match.startsWith('"')) return match;
    if (match.startsWith("'")) return JSON.stringify(match.slice(1, -1).replaceAll("\\'", "'"));
    if (match === "True" || match === "False") return match.toLowerCase();
    return /^\w/.test(match) ? "null" : "";
  });
}

/** Arrays of numbers as C, Java, Julia and Matlab write them, as lists of JSON. */
function listed(text: string): string {
  if (!/^[\s\d,;[\]{}.-]+$/.test(text)) return text;
  const lists = text
    .replace(/[\s;,.]+$/, "")
    .replaceAll("{", "[")
    .replaceAll("}", "]");
  const rows = /^\s*\[([^[\]]*;[^[\]]*)\]\s*$/.exec(lists)?.[1]?.split(";");
  if (!rows) return strict(lists);
  return `[${rows.filter((row) => row.trim() !== "").map((row) => `[${row.trim().split(/[\s,]+/)}]`)}]`;
}

const LOOSE =
  /([{,]\s*)([a-z_]\w*)(\s*:)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*|,(?=\s*[\]}])|\b(?:None|undefined|nan|NaN|NA|True|False)\b/gi;
