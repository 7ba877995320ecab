import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue, Translation } from "./language";

/** Loads one of the translated languages: its catalogue, and what formats ICU messages. */
export async function load(language: string): Promise<Translation> {
  const catalogue: { default: Catalogue } = await import(`./catalogues/${language}.json`);
  return translation(language, catalogue.default);
}

/** What a catalogue says for English texts. A message is parsed when it is first said. */
export function translation(language: string, catalogue: Catalogue): Translation {
  const parsed = new Map<string, IntlMessageFormat>();
  const said = (key: string, values: readonly unknown[]): readonly unknown[] | null => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (message === undefined) return null;
    const format = parsed.get(key) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    parsed.set(key, format);
    const parts = format.format<unknown>(Object.fromEntries(values.map((value, i) => [String(i), local(value)])));
    return Array.isArray(parts) ? parts : [parts];
  };
  const exact = new Intl.NumberFormat(language, EXACT);
  const local = (value: unknown): unknown =>
    typeof value === "number" && !Number.isInteger(value) ? exact.format(value) : value;
  let patterns: readonly Pattern[] | null = null;
  const found = (text: string): readonly unknown[] | null => {
    patterns ??= patternsOf(catalogue);
    for (const { key, pattern } of patterns) {
      const [, ...values] = pattern.exec(text) ?? [];
      // A value may be a sentence of the model itself.
      if (values.length > 0)
        return said(
          key,
          values.map((value) => whole(value)?.join("") ?? value),
        );
    }
    return null;
  };
  const whole = (text: string): readonly unknown[] | null => said(text, []) ?? found(text);
  return (text, values) => (values === null ? whole(text) : said(text, values));
}

const EXACT = { maximumFractionDigits: 15, useGrouping: false };

interface Pattern {
  readonly key: string;
  readonly pattern: RegExp;
}

/** Letters that a key needs beside its values to be known again by them. */
const ENOUGH = 8;

/** How the texts of keys with values look, those with the most words of their own first. */
function patternsOf(catalogue: Catalogue): Pattern[] {
  const own = (key: string) => key.replace(/\{\d+\}|\P{L}/gu, "").length;
  return Object.keys(catalogue)
    .filter((key) => /\{\d+\}/.test(key) && own(key) >= ENOUGH)
    .sort((a, b) => own(b) - own(a))
    .map((key) => {
      const texts = key.split(/\{\d+\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
      return { key, pattern: new RegExp(`^${texts.join("([^]*?)")}$`) };
    });
}
