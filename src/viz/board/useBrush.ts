import { type PointerEvent, useRef } from "react";

/**
 * Brushing cells with a pointer: the first cell pressed says whether the stroke adds or takes away. Handlers for the board;
 * none while nothing is to be brushed.
 */
export function useBrush(brushed: readonly number[] | null, onBrush: (cell: number, on: boolean) => void) {
  const adding = useRef<boolean | null>(null);
  if (!brushed) return {};
  const paint = (event: PointerEvent) => {
    // Touch keeps sending its moves to the cell it began on: what lies under the finger is asked for instead.
    const cell = cellOf(document.elementFromPoint(event.clientX, event.clientY));
    if (cell === null) return;
    adding.current ??= !brushed.includes(cell);
    onBrush(cell, adding.current);
  };
  const end = () => {
    adding.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) paint(event);
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons === 1 && adding.current !== null) paint(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The cell that an element of the board belongs to. */
export function cellOf(target: EventTarget | null): number | null {
  const cell = target instanceof Element ? target.closest("[data-cell]")?.getAttribute("data-cell") : null;
  return cell ? Number(cell) : null;
}
