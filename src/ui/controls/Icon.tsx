/** Outlines on a 20 × 20 grid; filled ones are listed below. */
const PATHS = {
  play: "M6 3.5v13l10-6.5z",
  pause: "M5.5 4h3v12h-3zM11.5 4h3v12h-3z",
  toStart: "M5 4v12M15.5 4.5v11L7.5 10z",
  back: "M12.5 4.5 7 10l5.5 5.5",
  forward: "M7.5 4.5 13 10l-5.5 5.5",
  toEnd: "M15 4v12M4.5 4.5v11l8-5.5z",
  undo: "M4 8h7.5a4.5 4.5 0 0 1 0 9H8M4 8l4-4M4 8l4 4",
  redo: "M16 8H8.5a4.5 4.5 0 0 0 0 9H12M16 8l-4-4M16 8l-4 4",
  erase: "M7 4.5h10v11H7L2.5 10zM9.5 7.8l4.4 4.4M13.9 7.8l-4.4 4.4",
  dice: "M4 3.5h12a.5.5 0 0 1 .5.5v12a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01",
  close: "M5 5l10 10M15 5 5 15",
  down: "M5 7.5 10 12.5 15 7.5",
  up: "M5 12.5 10 7.5 15 12.5",
  check: "M4.5 10.5 8.5 14.5 15.5 6",
  edit: "M4 16l.8-3.6L13 4.2a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L7.6 15.2zM11.5 5.7l2.8 2.8",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  reset: "M4.5 4v4h4M4.8 8a6 6 0 1 1-.6 3.5",
  auto: "M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13",
  light:
    "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.8v1.8M10 16.4v1.8M1.8 10h1.8M16.4 10h1.8M4.2 4.2l1.3 1.3M14.5 14.5l1.3 1.3M4.2 15.8l1.3-1.3M14.5 5.5l1.3-1.3",
  dark: "M16.2 12.2A6.8 6.8 0 0 1 7.8 3.8a6.8 6.8 0 1 0 8.4 8.4z",
  sliders: "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4",
  lesson: "M10 5.5C8 4 5.5 3.6 3 4v11.5c2.5-.4 5 0 7 1.5 2-1.5 4.5-1.9 7-1.5V4c-2.5-.4-5 0-7 1.5zM10 5.5V17",
  present: "M3 4h14v9.5H3zM10 13.5V17M6.5 17h7",
  take: "M10 3v9.5M6 8.8l4 4 4-4M3.5 14v3h13v-3",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  freeze: "M10 2.5v15M3.5 6.2l13 7.6M16.5 6.2l-13 7.6M8 3.8l2 1.7 2-1.7M8 16.2l2-1.7 2 1.7",
} as const;

const FILLED: ReadonlySet<string> = new Set(["play", "pause"]);

export type IconName = keyof typeof PATHS;

/** A small picture beside or in place of a word; voices hear the button's label instead. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const paint = FILLED.has(name)
    ? { fill: "currentColor" }
    : {
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.6,
        strokeLinecap: "round" as const,
        strokeLinejoin: "round" as const,
      };
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} {...paint} />
    </svg>
  );
}
