import { language, type Translation } from "./language";

/** How the page's language says it; null in English, and where the catalogue did not come. */
let translated: Translation | null = null;
let count = new Intl.NumberFormat("en-US");
let mark = ".";

/**
 * Sets what the page says from here on. Called once, before the modules that use `say` are loaded: many say their words at
 * the top.
 */
export function speak(translation: Translation): void {
  translated = translation;
  // Made once: a number that formats itself makes one of these each time.
  count = new Intl.NumberFormat(language);
  mark = count.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
}

/** What the page says, in its language: say`Step ${k}`. The English text, "Step {0}", is the key in the catalogues. */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return partsOf(texts, values).join("");
}

/**
 * What the model said in English, in the page's language: a label, or a sentence whose values are found again. The model
 * knows no language, and its sentences cross from the worker as plain text.
 */
export function fromModel(english: string): string {
  return translated?.(english, null)?.join("") ?? english;
}

/** A label inside a sentence: English writes it small. */
export function inSentence(label: string): string {
  return translated === null ? label.toLowerCase() : label;
}

/** The parts of a text in the page's language, its values among them. */
export function partsOf(texts: TemplateStringsArray, values: readonly unknown[]): readonly unknown[] {
  return translated?.(keyOf(texts), values) ?? interleaved(texts, values);
}

/** The English text with the places of its values: "Step {0}". */
export function keyOf(texts: readonly string[]): string {
  return texts.reduce((key, text, i) => `${key}{${i - 1}}${text}`);
}

function interleaved(texts: readonly string[], values: readonly unknown[]): readonly unknown[] {
  return texts.flatMap((text, i) => (i === 0 ? [text] : [values[i - 1], text]));
}

/** A number in the page's language, with a fixed number of decimals; "–" where there is none. */
export function fixed(value: number, decimals: number): string {
  return Number.isNaN(value) ? "–" : local(value.toFixed(decimals));
}

/** A number as the code writes it, with the decimal mark of the page's language. */
export function local(number: string | number): string {
  return String(number).replace(".", mark);
}

/** A count in the page's language, its thousands set apart: "12,345". */
export function counted(value: number): string {
  return count.format(value);
}
