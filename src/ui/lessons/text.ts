import { tidyText } from "../link/caption";

/** Characters at most. Far more than a lesson of a day has: a longer file is something else. */
export const LIMITS = {
  file: 200_000,
  steps: 100,
  paragraphs: 40,
  title: 120,
  about: 300,
  paragraph: 2000,
  question: 300,
  choice: 120,
  choices: 12,
  claims: 40,
} as const;

/** A line as it is kept: no invisible signs, single spaces, nothing around it. Tidying twice is tidying once. */
export function tidyLine(text: string): string {
  return tidyText(text.replaceAll(/\p{Cs}/gu, ""), Number.POSITIVE_INFINITY);
}
