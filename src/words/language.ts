/** The language of the sources, which needs no catalogue. */
export const SOURCE = "en";

/**
 * The languages that a catalogue is there for, by their tags (BCP 47). A new one is a file in `catalogues` and a word here.
 */
export const TRANSLATED: readonly string[] = ["de"];

/** English texts and what is said for them, as ICU messages. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * The parts of a text in another language, its values among them; null where there is no translation. Without values the
 * text is whole, and its values are found by the catalogue's keys.
 */
export type Translation = (text: string, values: readonly unknown[] | null) => readonly unknown[] | null;

/** The languages to choose from, English first. */
export const LANGUAGES: readonly string[] = [SOURCE, ...TRANSLATED];

const KEY = "settle.language";

/** The language of this page: the one its address asks for, else the one chosen by hand, else the browser's first we know. */
export const language: string = typeof document === "undefined" ? SOURCE : wanted();

function wanted(): string {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked !== null) return known(asked, LANGUAGES) ?? SOURCE;
  return [chosen(), ...navigator.languages].map((tag) => tag && known(tag, LANGUAGES)).find(Boolean) || SOURCE;
}

/** The language among these that a tag names, with or without its region. */
export function known(tag: string, languages: readonly string[]): string | undefined {
  const names = [tag, tag.split("-")[0]].map((name) => name?.toLowerCase());
  return languages.find((language) => names.includes(language.toLowerCase()));
}

/** Chooses a language for this browser, and opens the page again in it. */
export function choose(tag: string): void {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // A browser that keeps nothing: the address says it.
  }
  const address = new URL(location.href);
  if (chosen() === tag) address.searchParams.delete("lang");
  else address.searchParams.set("lang", tag);
  if (address.href === location.href) location.reload();
  else location.assign(address);
}

function chosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** The direction a language is written in. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(tag.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** A language's name in itself: "Deutsch". */
export function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
