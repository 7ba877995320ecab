/**
 * A character as a message shows it: quoted where it can be seen, and by its Unicode name (or number) where it is not
 * plain ASCII.
 */
export function nameOf(character: string): string {
  if (/^[\x21-\x7e]$/.test(character)) return JSON.stringify(character);
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const name = NAMES[number] ?? rangeName(character);
  if (/^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]$/u.test(character))
    return name ? `${name} (${number})` : number;
  return `"${character}" (${name ? `${name}, ` : ""}${number})`;
}

const NAMES: Readonly<Record<string, string | undefined>> = {
  "U+0000": "NULL",
  "U+0007": "BELL",
  "U+0008": "BACKSPACE",
  "U+0009": "CHARACTER TABULATION",
  "U+001A": "SUBSTITUTE",
  "U+001B": "ESCAPE",
  "U+0020": "SPACE",
  "U+007F": "DELETE",
  "U+00A0": "NO-BREAK SPACE",
  "U+00A7": "SECTION SIGN",
  "U+00AD": "SOFT HYPHEN",
  "U+00B0": "DEGREE SIGN",
  "U+00B7": "MIDDLE DOT",
  "U+00D7": "MULTIPLICATION SIGN",
  "U+00D8": "LATIN CAPITAL LETTER O WITH STROKE",
  "U+00DF": "LATIN SMALL LETTER SHARP S",
  "U+034F": "COMBINING GRAPHEME JOINER",
  "U+061C": "ARABIC LETTER MARK",
  "U+180E": "MONGOLIAN VOWEL SEPARATOR",
  "U+200B": "ZERO WIDTH SPACE",
  "U+200C": "ZERO WIDTH NON-JOINER",
  "U+200D": "ZERO WIDTH JOINER",
  "U+200E": "LEFT-TO-RIGHT MARK",
  "U+200F": "RIGHT-TO-LEFT MARK",
  "U+2007": "FIGURE SPACE",
  "U+2009": "THIN SPACE",
  "U+2010": "HYPHEN",
  "U+2011": "NON-BREAKING HYPHEN",
  "U+2012": "FIGURE DASH",
  "U+2013": "EN DASH",
  "U+2014": "EM DASH",
  "U+2015": "HORIZONTAL BAR",
  "U+2018": "LEFT SINGLE QUOTATION MARK",
  "U+2019": "RIGHT SINGLE QUOTATION MARK",
  "U+201C": "LEFT DOUBLE QUOTATION MARK",
  "U+201D": "RIGHT DOUBLE QUOTATION MARK",
  "U+2020": "DAGGER",
  "U+2022": "BULLET",
  "U+2026": "HORIZONTAL ELLIPSIS",
  "U+202A": "LEFT-TO-RIGHT EMBEDDING",
  "U+202B": "RIGHT-TO-LEFT EMBEDDING",
  "U+202C": "POP DIRECTIONAL FORMATTING",
  "U+202D": "LEFT-TO-RIGHT OVERRIDE",
  "U+202E": "RIGHT-TO-LEFT OVERRIDE",
  "U+202F": "NARROW NO-BREAK SPACE",
  "U+2060": "WORD JOINER",
  "U+2066": "LEFT-TO-RIGHT ISOLATE",
  "U+2067": "RIGHT-TO-LEFT ISOLATE",
  "U+2068": "FIRST STRONG ISOLATE",
  "U+2069": "POP DIRECTIONAL ISOLATE",
  "U+20AC": "EURO SIGN",
  "U+2192": "RIGHTWARDS ARROW",
  "U+2212": "MINUS SIGN",
  "U+2219": "BULLET OPERATOR",
  "U+221E": "INFINITY",
  "U+22C5": "DOT OPERATOR",
  "U+25A0": "BLACK SQUARE",
  "U+25A1": "WHITE SQUARE",
  "U+25AA": "BLACK SMALL SQUARE",
  "U+25AB": "WHITE SMALL SQUARE",
  "U+25CB": "WHITE CIRCLE",
  "U+25CF": "BLACK CIRCLE",
  "U+2605": "BLACK STAR",
  "U+2606": "WHITE STAR",
  "U+2610": "BALLOT BOX",
  "U+2713": "CHECK MARK",
  "U+2B1C": "WHITE LARGE SQUARE",
  "U+3000": "IDEOGRAPHIC SPACE",
  "U+30FB": "KATAKANA MIDDLE DOT",
  "U+FE0F": "VARIATION SELECTOR-16",
  "U+FEFF": "ZERO WIDTH NO-BREAK SPACE",
  "U+FFFD": "REPLACEMENT CHARACTER",
};

/** Names that follow from the number. */
function rangeName(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x80 && code < 0xa0)) return "a control character";
  if (/^\p{Script=Han}$/u.test(character)) return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase()}`;
  if (code >= 0xff01 && code <= 0xff5e) return `FULLWIDTH ${String.fromCodePoint(code - 0xfee0)}`;
  const base = character.normalize("NFD");
  if (/^[a-z]\p{M}+$/iu.test(base)) return `LATIN LETTER ${base[0]?.toUpperCase()} with an accent`;
  for (const script of SCRIPTS)
    if (new RegExp(`^\\p{Script=${script}}$`, "u").test(character)) return `a ${script} letter`;
  return undefined;
}

const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Hebrew",
  "Arabic",
  "Devanagari",
  "Thai",
  "Hiragana",
  "Katakana",
  "Hangul",
];
