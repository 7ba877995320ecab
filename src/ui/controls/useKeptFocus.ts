import { type RefObject, useLayoutEffect } from "react";

/**
 * Hands the focus on to the heir when the control of the group that has it has just been disabled: the browser would drop
 * it, and whoever works by keyboard would start from the top of the page.
 */
export function useKeptFocus(group: RefObject<HTMLElement | null>, heir: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (group.current?.contains(focused) && focused?.matches(":disabled")) heir.current?.focus();
  });
}
