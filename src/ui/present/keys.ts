/** What a key asks a presentation to do, beside the keys of the whole page. */
export type PresentCommand =
  | "nextStep"
  | "previousStep"
  | "playPause"
  | "toStart"
  | "stepForward"
  | "stepBack"
  | "spotlight"
  | "fullscreen"
  | "leave";

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Where {
  /** Whether a lesson is open. */
  readonly inLesson: boolean;
  /** Whether what has the focus moves by arrows: the board, the map, the chart. */
  readonly usesArrows: boolean;
}

const ALWAYS: Readonly<Record<string, PresentCommand>> = {
  s: "spotlight",
  S: "spotlight",
  f: "fullscreen",
  F: "fullscreen",
  Escape: "leave",
};

/** A clicker sends Page Up and Page Down: steps of an open lesson, else of the run. Null where the key is not ours. */
export function presentCommand({ key, ctrlKey, metaKey, altKey }: Pressed, where: Where): PresentCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const { inLesson, usesArrows } = where;
  if (key === "PageDown") return inLesson ? "nextStep" : "playPause";
  if (key === "PageUp") return inLesson ? "previousStep" : "toStart";
  if (key === "ArrowRight" && !usesArrows) return inLesson ? "nextStep" : "stepForward";
  if (key === "ArrowLeft" && !usesArrows) return inLesson ? "previousStep" : "stepBack";
  return ALWAYS[key] ?? null;
}
