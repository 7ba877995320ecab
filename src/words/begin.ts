import { directionOf, language, SOURCE } from "./language";
import { speak } from "./say";

/** Readies the page's language. Without its catalogue, offline say, the page is in English. */
export async function beginLanguage(): Promise<void> {
  if (language === SOURCE) return;
  try {
    const { load } = await import("./catalogue");
    speak(await load(language));
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  } catch (error) {
    console.warn(error);
  }
}
