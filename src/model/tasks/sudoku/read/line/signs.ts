/**
 * What one character means in the text of a puzzle. These tables are the only ones: every format is read by them.
 * "blank" signs may be mixed in one puzzle; a "loose" one stands for a blank only where it is the puzzle's one blank sign,
 * because among dots an x or a dash is more likely a slip.
 */
export type Meaning = "digit" | "blank" | "loose" | "separator" | "invisible" | "stray";

export interface Sign {
  readonly meaning: Meaning;
  /** What it adds to the cells: a digit, one or more dots, or nothing. */
  readonly cells: string;
}

const BLANKS = ".0*_-·";

const LOOSE = "。?¿xX×✕✖~–—―−‒‐‑•●○◦∙⋅∘・◯⚪⚫□■▢▣▫▪◻◼◽◾☐⬜⬛⬚░▒▓◌␣";

const SEPARATORS = "|,;:\t¦∣∥‖⎪⎥⎢⎟⎜▏▕▌▐()[]{}\"'`“”„‟‘’‚‛«»‹›،؛、\\";

/** Digits that neither Unicode's digit values nor its compatibility forms give. */
const OTHER_DIGITS: readonly string[] = [
  "〇一二三四五六七八九",
  "⓿❶❷❸❹❺❻❼❽❾",
  "⓪➀➁➂➃➄➅➆➇➈",
  "⓪➊➋➌➍➎➏➐➑➒",
  "⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽",
  "零壹贰叁肆伍陆柒捌玖",
  "零壹貳參肆伍陸柒捌玖",
  "零弌弐参肆伍陸漆捌玖",
  "〇〡〢〣〤〥〦〧〨〩",
  "〇ⅠⅡⅢⅣⅤⅥⅦⅧⅨ",
  "〇ⅰⅱⅲⅳⅴⅵⅶⅷⅸ",
  "〇፩፪፫፬፭፮፯፰፱",
];

/** Words that an exporter writes for a cell without a value, in lower case. */
export const BLANK_WORDS: ReadonlySet<string> = new Set(
  "null none nil nan na n/a #n/a empty blank undefined void nul".split(" "),
);

const known = new Map<string, Sign>();

/** The meaning of one character (one code point). */
export function signOf(character: string): Sign {
  const found = known.get(character);
  if (found) return found;
  const sign = lookUp(character);
  // The cache would grow with hostile text; the signs of real puzzles are few.
  if (known.size < 5000) known.set(character, sign);
  return sign;
}

function lookUp(character: string): Sign {
  const digit = digitValue(character);
  if (digit !== null) return digit > 0 ? { meaning: "digit", cells: String(digit) } : { meaning: "blank", cells: "." };
  if (BLANKS.includes(character)) return { meaning: "blank", cells: "." };
  if (LOOSE.includes(character)) return { meaning: "loose", cells: "." };
  if (isInvisible(character)) return { meaning: "invisible", cells: "" };
  if (/[\s\u2500-\u257f]/u.test(character) || SEPARATORS.includes(character))
    return { meaning: "separator", cells: "" };
  const plain = character.normalize("NFKC");
  // An ellipsis is what word processors make of three dots.
  if (/^\.+$/.test(plain)) return { meaning: "blank", cells: plain };
  return plain !== character && [...plain].length === 1 ? signOf(plain) : { meaning: "stray", cells: "" };
}

/** The value of a digit of any script, or null. */
function digitValue(character: string): number | null {
  if (/^[0-9]$/.test(character)) return Number(character);
  if (/^\p{Nd}$/u.test(character)) {
    // Decimal digits come in runs of ten, the zero first.
    const code = character.codePointAt(0) ?? 0;
    let start = code;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start--;
    return (code - start) % 10;
  }
  for (const row of OTHER_DIGITS) {
    const value = [...row].indexOf(character);
    if (value >= 0) return value;
  }
  // Some stand in brackets or before a full stop or comma: ⑴, ⒈, ㈠.
  const plain = character.normalize("NFKC").replace(/^\((.)\)$|^(.)[.,]$/u, "$1$2");
  if (/^[0-9]$/.test(plain)) return Number(plain);
  const ideograph = plain === character ? -1 : [...(OTHER_DIGITS[0] ?? "")].indexOf(plain);
  return ideograph < 0 ? null : ideograph;
}

/** Format characters, variation selectors, keycaps, lines through or below: what leaves no sign of its own on the page. */
function isInvisible(character: string): boolean {
  return /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}\p{Mn}\u2800]$/u.test(character);
}

/** The text without its invisible characters, and with every kind of space as a plain one. */
export function visible(text: string): string {
  if (/^[\x20-\x7e\t]*$/.test(text)) return text;
  return text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}\u2800]/gu, "").replace(/[^\S\t\n]/gu, " ");
}

/** A space, or a character that is as empty as one. */
const EMPTY = /[^\S\t\n]|[\u2800\u3164\u115f\u1160\u180e]/u;

/** Digits of any script as 1 to 9, and every kind of space as a plain one; other characters stay. */
export function plainCells(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return [...text]
    .map((character) => {
      const { meaning, cells } = signOf(character);
      return EMPTY.test(character) ? " " : meaning === "digit" ? cells : character;
    })
    .join("");
}

/** The text without the colours of a terminal. Keeps every position. */
export function withoutColours(text: string): string {
  return ANSI.test(text) ? text.replace(new RegExp(ANSI, "g"), (code) => "\u200b".repeat(code.length)) : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours begin with one.
const ANSI = /\u001b\[[\d;:]*m/;

/** Delimiters of other scripts and widths as the ASCII ones. Keeps every position. */
export function asciiDelimiters(text: string): string {
  return /[，；｜、،؛]/.test(text)
    ? text
        .replace(/[，、،]/g, ",")
        .replace(/[；؛]/g, ";")
        .replace(/｜/g, "|")
    : text;
}
