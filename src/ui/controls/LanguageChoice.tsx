import { choose, LANGUAGES, language, nameOf } from "../../words/language";
import { say } from "../../words/say";
import { Choice } from "./Choice";

const OPTIONS = LANGUAGES.map((tag) => ({ value: tag, text: nameOf(tag) }));

/** The language of the page, where there is more than one; the page opens again in the chosen one. */
export function LanguageChoice() {
  return OPTIONS.length > 1 && <Choice label={say`Language`} options={OPTIONS} value={language} onChange={choose} />;
}
