import { say } from "../../words/say";
import type { Theme } from "../store/settings";

export const EMBED_PANELS = ["board", "stage", "list", "chart"] as const;
export type EmbedPanel = (typeof EMBED_PANELS)[number];

export const EMBED_CONTROLS = ["play", "views", "settings", "puzzle"] as const;
export type EmbedControl = (typeof EMBED_CONTROLS)[number];

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** What of the page another page shows in its frame. The run itself is the link's, in the hash. */
export interface EmbedOptions {
  readonly panels: readonly EmbedPanel[];
  /** What a reader may do; none of them leaves a picture that only follows the run. */
  readonly controls: readonly EmbedControl[];
  readonly theme: Theme;
  /** Whether the run goes on by itself once it is there. */
  readonly play: boolean;
  /** Whether the puzzle alone is shown, and nothing fetched or computed, until a reader asks for the run. */
  readonly poster: boolean;
}

export const DEFAULT_EMBED: EmbedOptions = {
  panels: ["board", "stage", "chart"],
  controls: ["play"],
  theme: "auto",
  play: false,
  poster: false,
};

/** Reads the query of an address; null where nothing is to be embedded. What is wrong is told in words, the rest holds. */
export function readEmbed(search: string): { readonly options: EmbedOptions; readonly problems: string[] } | null {
  const query = new URLSearchParams(search);
  if (query.get("embed") !== "1") return null;
  const problems: string[] = [];
  const several = <T extends string>(name: string, known: readonly T[], standard: readonly T[]): readonly T[] => {
    const text = query.get(name);
    if (text === null) return standard;
    const asked = text.split(",").filter((word) => word !== "" && word !== "none");
    const unknown = asked.filter((word) => !known.some((one) => one === word));
    if (unknown.length > 0)
      problems.push(
        say`The address asks for ${name}=${unknown.join(",").slice(0, 40)}; there are ${known.join(", ")}.`,
      );
    // In our order, each once.
    return known.filter((one) => asked.includes(one));
  };
  const panels = several("panels", EMBED_PANELS, DEFAULT_EMBED.panels);
  if (panels.length === 0) problems.push(say`The address asks for no panel that there is: board is shown.`);
  const theme = query.get("theme");
  if (theme !== null && !THEMES.some((one) => one === theme))
    problems.push(say`The address asks for theme=${theme.slice(0, 40)}; there are ${THEMES.join(", ")}.`);
  const options: EmbedOptions = {
    panels: panels.length === 0 ? ["board"] : panels,
    controls: several("controls", EMBED_CONTROLS, DEFAULT_EMBED.controls),
    theme: THEMES.find((one) => one === theme) ?? "auto",
    play: query.get("play") === "1",
    poster: query.get("poster") === "1",
  };
  return { options, problems };
}

/** The query that readEmbed reads: "embed=1&panels=board,chart&controls=play". */
export function writeEmbed({ panels, controls, theme, play, poster }: EmbedOptions): string {
  const parts = ["embed=1", `panels=${panels.join(",")}`, `controls=${controls.join(",") || "none"}`];
  if (theme !== "auto") parts.push(`theme=${theme}`);
  if (play) parts.push("play=1");
  if (poster) parts.push("poster=1");
  return parts.join("&");
}
