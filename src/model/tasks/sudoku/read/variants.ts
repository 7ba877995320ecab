import { CLASSIC_ONLY } from "./reading";

/** Kinds of Sudoku that have other rules than the classic one, and the words that they go by. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/jig ?saw|jigmap|squiggl|nonomino|geometry sudoku/, "jigsaw Sudoku (irregular regions)"],
  [/irregular|chaos construction/, "Sudoku with irregular regions"],
  [/killer|sum ?doku|sam ?u?nam ?p?ure/, "killer Sudoku (cages)"],
  [/diagonal|sudoku ?x\b|\bx ?sudoku|sudokux/, "diagonal Sudoku (Sudoku X)"],
  [/windoku|hyper ?sudoku|nrc sudoku|four box/, "Windoku (extra regions)"],
  [/samurai|gattai|sohei|multi ?doku|twodoku|butterfly/, "overlapping Sudoku"],
  [/thermo/, "thermometer Sudoku"],
  [/\barrow sudoku|sudoku arrow/, "arrow Sudoku"],
  [/sandwich/, "sandwich Sudoku"],
  [/kropki|\bconsecutive|non ?consecutive/, "Sudoku with dots between cells"],
  [/anti ?(knight|king|chess)/, "anti-chess Sudoku"],
  [/even ?odd|odd ?even/, "even-odd Sudoku"],
  [/greater ?than|inequalit|futoshiki/, "greater-than Sudoku"],
  [/argyle|asterisk sudoku|girandola|centre dot|center dot|offset sudoku|disjoint group/, "Sudoku with extra regions"],
  [/colou?r ?(sudoku|doku)|sudoku colou?r/, "colour Sudoku"],
  [/str8ts|kakuro|ken ?ken|calcu ?doku|hakyuu|hidato|skyscraper|little killer|wordoku/, "another kind of puzzle"],
  [/\b(4|6|8|10|12|16|25) ?[x×] ?(4|6|8|10|12|16|25)\b/, "Sudoku of another size"],
];

/** The variant that a text names, such as a title, a column or the path of a link; undefined where it names none. */
export function variantIn(text: string): string | undefined {
  const plain = text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .replace(/[-_+./?&=%]+/g, " ");
  return VARIANTS.find(([pattern]) => pattern.test(plain))?.[1];
}

export function refusal(variant: string): string {
  return `This is marked as ${variant}. ${CLASSIC_ONLY}`;
}

/** Why a puzzle with these further rules is not read, e.g. "killer cages, thermometers". */
export function otherRules(where: string, rules: Iterable<string>): string {
  return `The ${where} has further rules: ${[...new Set(rules)].join(", ")}. ${CLASSIC_ONLY}`;
}
