import { say } from "../words/say";

/** What a key asks the page to do. */
export type Command =
  | "playPause"
  | "stepBack"
  | "stepForward"
  | "previous"
  | "next"
  | "live"
  | "help"
  | "undo"
  | "redo"
  | "present";

/** As much of a keyboard event as is needed. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the key was pressed: text is being typed, a control takes the space bar, or nothing of that kind. */
export type KeyContext = "text" | "control" | "page";

const PLAIN: Readonly<Record<string, Command>> = {
  " ": "playPause",
  ",": "stepBack",
  ".": "stepForward",
  "[": "previous",
  "]": "next",
  l: "live",
  L: "live",
  "?": "help",
  p: "present",
  P: "present",
};

/** The command of a key, or null where the key belongs to whatever has the focus. */
export function commandOf(key: Key, context: KeyContext): Command | null {
  if (context === "text" || key.altKey) return null;
  if (key.ctrlKey || key.metaKey) {
    const letter = key.key.toLowerCase();
    if (letter === "z") return key.shiftKey ? "redo" : "undo";
    return letter === "y" && !key.shiftKey ? "redo" : null;
  }
  if (key.key === " " && context === "control") return null;
  return PLAIN[key.key] ?? null;
}

/** What an element does with keys. */
export function contextOf(target: EventTarget | null): KeyContext {
  if (!(target instanceof Element)) return "page";
  const input = target.closest("input, textarea, select, [contenteditable]");
  if (input) return input instanceof HTMLInputElement && input.type === "range" ? "control" : "text";
  return target.closest(
    "button, a, summary, [role=gridcell], [role=option], [role=menuitem], [role=tab], [role=dialog]",
  )
    ? "control"
    : "page";
}

/** Keys and what they do, for the help. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly text: string;
}

/** The shortcuts of the page; a task's board adds its own. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: [say`Space`], text: say`Play or pause (outside the board)` },
  { keys: [",", "."], text: say`One iteration back or forward` },
  { keys: ["L"], text: say`Live: to the newest iteration, and on` },
  { keys: ["[", "]"], text: say`Previous or next trajectory of the list` },
  { keys: ["←", "→", say`Home`, say`End`], text: say`On the chart: move along the timeline` },
  { keys: ["←", "→"], text: say`On the tabs: another view on the stage` },
  { keys: ["↑", "↓", "←", "→"], text: say`On the board: move; in the list: choose a trajectory` },
  { keys: [say`Ctrl Z`, say`Ctrl ⇧ Z`, say`Ctrl Y`], text: say`Undo and redo a change of the puzzle` },
  { keys: [say`Ctrl V`], text: say`Anywhere: paste a puzzle` },
  { keys: ["P"], text: say`Presentation: large type for a hall, and out of it` },
  {
    keys: [say`Page Up`, say`Page Down`],
    text: say`In a presentation: steps of the lesson, or back to the start and play`,
  },
  { keys: ["S", "F", say`Esc`], text: say`In a presentation: spotlight, full screen, leave` },
  { keys: ["?"], text: say`This help` },
];
