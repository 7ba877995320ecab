/** The cell a key moves to from `cell`, or null when the key does not move. Edges hold: nothing wraps around. */
export function movedCell(cell: number, key: string, control: boolean): number | null {
  const row = Math.floor(cell / 9);
  const column = cell % 9;
  switch (key) {
    case "ArrowUp":
      return control ? column : Math.max(0, row - 1) * 9 + column;
    case "ArrowDown":
      return control ? 72 + column : Math.min(8, row + 1) * 9 + column;
    case "ArrowLeft":
      return row * 9 + (control ? 0 : Math.max(0, column - 1));
    case "ArrowRight":
      return row * 9 + (control ? 8 : Math.min(8, column + 1));
    case "Home":
      return control ? 0 : row * 9;
    case "End":
      return control ? 80 : row * 9 + 8;
    default:
      return null;
  }
}

/** The digit a key sets, 0 for the keys that erase, null for any other. */
export function typedDigit(key: string): number | null {
  if (/^[0-9]$/.test(key)) return Number(key);
  return key === "Backspace" || key === "Delete" || key === "." ? 0 : null;
}

/** Whether two cells share a row, a column or a box. */
export function arePeers(a: number, b: number): boolean {
  if (a % 9 === b % 9 || Math.floor(a / 9) === Math.floor(b / 9)) return true;
  return Math.floor(a / 27) === Math.floor(b / 27) && Math.floor((a % 9) / 3) === Math.floor((b % 9) / 3);
}
