import { dirname, resolve } from "node:path";
import type { PluginOption } from "vite";

/**
 * The controls of React Aria carry their few hidden words in 34 languages, all of them in the first load. English takes the
 * place of the others. The page's own words are in the catalogues of `src/words`.
 */
export function oneLanguage(): PluginOption {
  return {
    name: "one-language",
    enforce: "pre",
    resolveId(source, importer) {
      const english = importer?.includes("react-aria") ? englishFor(source) : null;
      return importer && english ? resolve(dirname(importer), english) : null;
    },
  };
}

/** The English words for a module of words in another language; null for every other module. */
export function englishFor(source: string): string | null {
  const words = /^(\.{1,2}\/.*intl\/(?:.*\/)?)([a-z]{2}-[A-Z]{2})\.(m?js)$/.exec(source);
  return words && words[2] !== "en-US" ? `${words[1]}en-US.${words[3]}` : null;
}
