import { type PointerEvent, useRef } from "react";
import { cellOf } from "./useBrush";

/** What several cells are selected by; null where a board has only its current cell. */
export interface Selecting {
  readonly cells: readonly number[];
  /** `current` is the cell that keys then act from. */
  readonly onSelect: (cells: readonly number[], current: number) => void;
}

/** Selecting cells with a pointer: drag for several, with Shift or Ctrl to add one or take it away. Handlers for the board. */
export function useSelect(selecting: Selecting | null) {
  const stroke = useRef<readonly number[] | null>(null);
  if (!selecting) return {};
  const { cells, onSelect } = selecting;
  const select = (next: readonly number[], current: number): void => {
    stroke.current = next;
    onSelect(next, current);
  };
  const end = () => {
    stroke.current = null;
  };
  return {
    onPointerDown(event: PointerEvent) {
      const cell = cellUnder(event);
      if (event.button !== 0 || cell === null) return;
      const adds = event.shiftKey || event.ctrlKey || event.metaKey;
      if (!adds) select([cell], cell);
      else if (cells.includes(cell) && cells.length > 1) select(without(cells, cell), cell);
      else select(withCell(cells, cell), cell);
    },
    onPointerMove(event: PointerEvent) {
      if (event.buttons !== 1 || !stroke.current) return;
      const cell = cellUnder(event);
      if (cell !== null && !stroke.current.includes(cell)) select([...stroke.current, cell], cell);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The selection with a cell in it, in the order of choosing. */
export function withCell(cells: readonly number[], cell: number): readonly number[] {
  return cells.includes(cell) ? cells : [...cells, cell];
}

function without(cells: readonly number[], cell: number): readonly number[] {
  return cells.filter((one) => one !== cell);
}

/** Touch keeps sending its moves to the cell it began on: what lies under the finger is asked for instead. */
function cellUnder({ clientX, clientY }: PointerEvent): number | null {
  return cellOf(document.elementFromPoint(clientX, clientY));
}
