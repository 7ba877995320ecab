import { language, SOURCE } from "./language";

/** A day in the page's language: "28 November 2026". */
export function longDate(date: Date): string {
  const tag = language === SOURCE ? "en-GB" : language;
  return date.toLocaleDateString(tag, { day: "numeric", month: "long", year: "numeric" });
}
