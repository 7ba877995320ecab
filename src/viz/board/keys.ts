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

/** The digit a key sets, 0 for the keys that erase, null for any other. */
export function typedDigit(key: string, values: number): number | null {
  if (/^[0-9]$/.test(key)) return Number(key) <= values ? Number(key) : null;
  return key === "Backspace" || key === "Delete" || key === "." ? 0 : null;
}
