import { isNumber } from "../drawing/block";
import type { Kind } from "../drawing/blockLines";
import { looksLikeGrid } from "./cells";
import { isDashes, isRule, isWholeRow, type Line, looksLikeRow } from "./rows";

/** What a line is in a drawing; undefined where it is no part of one. */
export function kindOf(line: Line, block: { isEmpty(): boolean; rows(): number }): Kind | undefined {
  if (block.isEmpty() && INDEX.test(line.text)) return "empty";
  if (isRule(line.text)) return "rule";
  if (isWholeRow(line)) return "row";
  if (isDashes(line.text)) return "dashes";
  if (isNumber(line.text) && (block.isEmpty() || block.rows() > 0) && !isShort(line.text)) return "number";
  return looksLikeRow(line.text) ? "odd" : undefined;
}

/** The numbers 0 to 8 that head the columns of a data frame. */
const INDEX = /^\D*0(?:\D+[1-8]){8}\D*$/;

/** Delimiters of nine columns with nothing between them. */
export function isEmptyRow(text: string): boolean {
  return /^\s*([\t;,|])(\s*\1){7,}\s*$/.test(text);
}

/** The line with spaces in place of its links. */
export function withoutLinks(
  text: string,
  links: readonly { readonly link: string; readonly offset: number }[],
): string {
  return links.reduce(
    (rest, { link, offset }) => rest.slice(0, offset) + " ".repeat(link.length) + rest.slice(offset + link.length),
    text,
  );
}

/** The line with spaces in place of the marks of a quoted mail. */
export function unquotedMail(text: string): string {
  const quote = /^\s*(?:>[ ]?)+/.exec(text)?.[0];
  return quote === undefined ? text : " ".repeat(quote.length) + text.slice(quote.length);
}

/** A number that may be a row of a drawing with spaces for blanks. */
function isShort(text: string): boolean {
  return text.length <= 9 && text !== text.trim();
}

/** Whether a line is a comment: behind its # or // is nothing that was meant as a grid. */
export function isComment(shown: string): boolean {
  return /^(#|\/\/)/.test(shown) && !hasGrid(shown) && !isHashRow(shown);
}

/** Nine cells with # or / for a blank. */
function isHashRow(shown: string): boolean {
  const cells = shown.replace(/[\s|]/g, "");
  return /^(?=.*\d)(?:[#\d]|[/\d]){9}$/.test(cells) && cells.replace(/\d/g, "").length >= 3;
}

export function hasGrid(text: string): boolean {
  return text.split(/[\s,;|]+/).some(looksLikeGrid);
}

/** The line up to a # behind which is no data. */
export function withoutComment(text: string): string {
  const at = text.indexOf("#", 1);
  return at > 0 && /[\s,;|"]/.test(text[at - 1] ?? "") && !hasGrid(text.slice(at)) && hasGrid(text.slice(0, at))
    ? text.slice(0, at)
    : text;
}

/** What is written before a list or an object, such as "board = "; empty for nothing, null where none begins here. */
export function openingOf(shown: string): string | null {
  if (/^[[{]/.test(shown)) return "";
  const opening = /^(?:[^[{"]|\[\d*\]){1,80}?[=:(,]\s*(?=[[{])/.exec(shown.slice(0, 200))?.[0];
  return opening !== undefined && /\p{L}/u.test(opening) && !hasGrid(opening) ? opening : null;
}

/** Whether one list follows another within a third, or one row another in a matrix, as in [1 2; 3 4]. */
export function isNested(text: string): boolean {
  return /[\]})]\s*,\s*[[{(]/.test(text) || /^\s*\[[^[\]]*\d[\s,]+\d[^[\]]*;/.test(text);
}
