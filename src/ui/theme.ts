import { say } from "../words/say";
import type { SettingsStore, Theme } from "./store/settings";

const NEXT: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

/** The theme after this one, for a button that goes round. */
export function nextTheme(theme: Theme): Theme {
  return NEXT[theme];
}

/** What the theme's button says. */
export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: say`Theme: as the system`,
  light: say`Theme: light`,
  dark: say`Theme: dark`,
};

/** Keeps the document's theme as the settings say; "auto" leaves it to the system. */
export function keepTheme(settings: SettingsStore, root: HTMLElement): () => void {
  const apply = ({ theme }: { theme: Theme }): void => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  apply(settings.getState());
  return settings.subscribe(apply);
}
