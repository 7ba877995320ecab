import { say } from "../../words/say";
import { notify } from "../store/notices";
import { createLessonActions, type LessonDeps } from "./actions";
import { LIMITS } from "./text";

/** Where the lesson of "?lesson=..." lies; null unless it is on the page's own origin. */
export function lessonAddress(given: string, page: string): URL | null {
  if (!URL.canParse(given, page)) return null;
  const url = new URL(given, page);
  const { origin, protocol } = new URL(page);
  return url.origin === origin && url.protocol === protocol ? url : null;
}

/** Opens the lesson that the page's address names. What is wrong with it is said; nothing changes then. */
export async function openAddress(deps: LessonDeps, given: string): Promise<void> {
  const refuse = (text: string) => notify(deps.notices, { topic: "lesson", tone: "warning", text });
  const url = lessonAddress(given, location.href);
  if (!url) {
    refuse(say`The address names a lesson on another site. Save it as a file and open that.`);
    return;
  }
  // A redirect may lead elsewhere.
  const response = await fetch(url, { redirect: "error" }).catch(() => null);
  if (!response?.ok) {
    refuse(say`The lesson at ${url.pathname} cannot be fetched.`);
    return;
  }
  createLessonActions(deps).openText((await response.text()).slice(0, LIMITS.file + 1), { goesOn: true });
}
