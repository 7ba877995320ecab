/** What a sender says about a run: a title and a sentence, plain text of a few words. */
export interface Caption {
  /** Empty without one. */
  readonly title: string;
  /** Empty without one. */
  readonly sentence: string;
}

/** Characters at most, as a person counts them. */
export const CAPTION_LIMITS = { title: 80, sentence: 240 } as const;

export const NO_CAPTION: Caption = { title: "", sentence: "" };

/** Line breaks and control characters, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
/** Marks piled up on one letter run out of their line. */
const PILED = /(\p{M}{3})\p{M}+/gu;

/** A text as it may stand on the page: one line, no invisible signs, cut at the limit. */
export function tidyText(text: string, limit: number): string {
  const line = text.replaceAll(UNSEEN, " ").replaceAll(PILED, "$1").replaceAll(/\s+/g, " ").trim();
  return characters(line).slice(0, limit).join("").trimEnd();
}

export function tidyCaption({ title, sentence }: Caption): Caption {
  return {
    title: tidyText(title, CAPTION_LIMITS.title),
    sentence: tidyText(sentence, CAPTION_LIMITS.sentence),
  };
}

/** How many characters are left of a limit; negative where the text is too long. */
export function charactersLeft(text: string, limit: number): number {
  return limit - characters(text).length;
}

/** As text for a link: base64url of UTF-8, which mail and chats leave alone. */
export function writeText(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The text in a link, tidied; null where it is none, is empty, or is longer than the limit. */
export function readText(written: string, limit: number): string | null {
  try {
    const bytes = Uint8Array.from(atob(written.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return charactersLeft(text, limit) < 0 ? null : tidyText(text, limit) || null;
  } catch {
    return null;
  }
}

/** By code point: half of a surrogate pair is no character. */
function characters(text: string): string[] {
  return [...text.replaceAll(/\p{Cs}/gu, "")];
}
