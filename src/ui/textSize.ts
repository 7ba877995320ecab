import { useSyncExternalStore } from "react";

/** The text size, in CSS pixels per rem, that the layout is drawn for. */
const USUAL = 16;
/** In windows narrower than this, in rem, the panels do not stand side by side. */
const DESK = 80;

const listeners = new Set<() => void>();
let scale = 1;

/** How many times as large as usual a person has made the text, space between its letters included; never below 1. */
export function useTextScale(): number {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => scale,
  );
}

/**
 * Marks the root with data-text="large" while its text is enlarged or spaced out and the window holds too little of it for
 * the panels to stand side by side (styles/large.css). Media queries cannot ask for it: their rem is the browser's own.
 */
export function watchTextSize(root: HTMLElement): void {
  const sample = document.createElement("div");
  sample.textContent = "n".repeat(20);
  Object.assign(sample.style, { position: "absolute", width: "max-content", fontSize: "1rem", visibility: "hidden" });
  sample.ariaHidden = "true";
  sample.translate = false;
  document.body.append(sample);

  const measure = (): void => {
    const { fontSize, letterSpacing } = getComputedStyle(sample);
    const next = Math.max(1, (Number.parseFloat(fontSize) + spaceOf(letterSpacing)) / USUAL || 1);
    if (next > 1.03 && root.clientWidth < DESK * USUAL * next) root.dataset.text = "large";
    else delete root.dataset.text;
    if (next === scale) return;
    scale = next;
    for (const onChange of listeners) onChange();
  };
  const observer = new ResizeObserver(measure);
  observer.observe(sample);
  observer.observe(root);
  measure();
}

/** Letters are about half as wide as their size, so that space between them weighs double. */
function spaceOf(letterSpacing: string): number {
  return 2 * (Number.parseFloat(letterSpacing) || 0);
}
