import { useEffect, useRef } from "react";
import { useApp } from "../appContext";
import { type PresentCommand, presentCommand } from "./keys";

/** Joins keys and clickers to a presentation's commands. */
export function usePresentKeys(inLesson: boolean, commands: Readonly<Record<PresentCommand, () => void>>): void {
  const { page } = useApp();
  const latest = useRef({ inLesson, commands });
  latest.current = { inLesson, commands };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest("input, textarea, select, [role=menu], [role=listbox]");
      if (event.defaultPrevented || page.getState().dialog !== null || isElsewhere) return;
      const usesArrows =
        target instanceof Element &&
        target.closest(
          "[role=grid], [role=application], [role=slider], [role=img], [role=radiogroup], [role=toolbar]",
        ) !== null;
      const command = presentCommand(event, { inLesson: latest.current.inLesson, usesArrows });
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.commands[command]();
    };
    // Before the chart under the focus takes Page Down: a clicker steps the lesson wherever the focus is.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [page]);
}
