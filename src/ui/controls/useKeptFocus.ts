import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Hands the focus on to the heir when the control of the group that has it has just been disabled: the browser drops it, and
 * whoever works by keyboard would start from the top of the page.
 */
export function useKeptFocus(group: RefObject<HTMLElement | null>, heir: RefObject<HTMLElement | null>): void {
  // Remembered, since the document no longer tells: some browsers drop the focus the moment the control is disabled.
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const element = group.current;
    if (!element) return;
    const gained = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    const lost = () => {
      if (!last.current?.matches(":disabled")) last.current = null;
    };
    element.addEventListener("focusin", gained);
    element.addEventListener("focusout", lost);
    return () => {
      element.removeEventListener("focusin", gained);
      element.removeEventListener("focusout", lost);
    };
  }, [group]);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!last.current?.matches(":disabled") || (focused !== document.body && focused !== last.current)) return;
    last.current = null;
    heir.current?.focus();
  });
}
