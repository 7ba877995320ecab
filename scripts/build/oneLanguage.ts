import { dirname, resolve } from "node:path";
import type { PluginOption } from "vite";

/**
 * The controls of React Aria carry their few hidden words in 34 languages. The page speaks English alone, so English takes
 * the place of the others: what a screen reader says is in one language, and the first load is smaller.
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
