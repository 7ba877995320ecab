import type { Grid } from "../../model/tasks/task";

/** The cell a key moves to from `cell`, or null when the key does not move. Edges hold: nothing wraps around. */
export function movedCell(
  { rows, columns }: Pick<Grid, "rows" | "columns">,
  cell: number,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
): number | null {
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  const [bottom, right] = [rows - 1, columns - 1];
  switch (key) {
    case "ArrowUp":
      return (ctrlKey ? 0 : Math.max(0, row - 1)) * columns + column;
    case "ArrowDown":
      return (ctrlKey ? bottom : Math.min(bottom, row + 1)) * columns + column;
    case "ArrowLeft":
      return row * columns + (ctrlKey ? 0 : Math.max(0, column - 1));
    case "ArrowRight":
      return row * columns + (ctrlKey ? right : Math.min(right, column + 1));
    case "Home":
      return ctrlKey ? 0 : row * columns;
    case "End":
      return (ctrlKey ? bottom : row) * columns + right;
    default:
      return null;
  }
}

/**
 * The digit a key sets, 0 for the keys that erase, null for any other. Without Shift the digit row counts by its place: on
 * AZERTY and other layouts it types other signs there, and full-width digits count as digits.
 */
export function typedDigit(
  { key, code, shiftKey, altKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "altKey">,
  values: number,
): number | null {
  const place = shiftKey || altKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  // Without NumLock the number pad moves the cursor.
  const digit = /^[0-9]$/.exec(key.normalize("NFKC"))?.[0] ?? (isNamed(key) ? undefined : place);
  if (digit !== undefined) return Number(digit) <= values ? Number(digit) : null;
  return key === "Backspace" || key === "Delete" || key === "." ? 0 : null;
}

/** Keys with names instead of signs, such as ArrowUp; what an input method takes over has one too. */
function isNamed(key: string): boolean {
  return [...key].length > 1 && key !== "Process";
}
