import { useSyncExternalStore } from "react";
import { GRID_HUES, OUTCOMES, viewVariable } from "../outcome";
import type { TrajectoryView } from "../types";

/** Resolved colours for canvases, which cannot read custom properties. */
export type Palette = (variable: `--${string}`) => string;

const NAMES: readonly `--${string}`[] = [
  "--paper",
  "--surface",
  "--sunk",
  "--line",
  "--line-strong",
  "--ink",
  "--muted",
  "--accent",
  "--nudge",
  ...new Set(Object.values(OUTCOMES).map((look) => look.variable)),
  ...GRID_HUES,
];

/** The colour of a trajectory, as its grid or, before it has reached one, as its outcome. */
export function viewColor(palette: Palette, view: TrajectoryView): string {
  return palette(viewVariable(view));
}

/** The colours of the theme in force; a new function when the theme changes. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, snapshot, () => UNKNOWN);
}

const UNKNOWN: Palette = () => "#888888";
const listeners = new Set<() => void>();
let current: Palette | null = null;
let stop: (() => void) | null = null;

function snapshot(): Palette {
  current ??= readPalette();
  return current;
}

/**
 * The colours of the theme in force, read once. A probe element resolves light-dark() and var(), which a custom property's
 * own value leaves as written.
 */
export function readPalette(): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.documentElement.append(probe);
  const colors = new Map<string, string>();
  for (const name of NAMES) {
    probe.style.color = `var(${name})`;
    colors.set(name, getComputedStyle(probe).color);
  }
  probe.remove();
  return (variable) => colors.get(variable) ?? UNKNOWN(variable);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watchTheme();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
    current = null;
  };
}

function watchTheme(): () => void {
  const changed = () => {
    current = null;
    for (const listener of listeners) listener();
  };
  const media = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  media.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", changed);
  };
}
