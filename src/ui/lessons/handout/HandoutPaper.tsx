import { type Ref, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { HandoutSheet } from "./HandoutSheet";
import type { Handout } from "./handout";
import "./handout.css";

export interface HandoutPaperProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly handout: Handout;
}

/** The hand-out in the dialog; while the page is printed, in its place alone, since paper has no dialogs. */
export function HandoutPaper({ ref, handout }: HandoutPaperProps) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the browser prints what is there when the listener returns.
    const turn = (on: boolean) => () => flushSync(() => setPrinting(on));
    const [before, after] = [turn(true), turn(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  const sheet = (
    <div ref={ref} className={printing ? "handout-print" : "handout-preview"}>
      <HandoutSheet handout={handout} />
    </div>
  );
  return printing ? createPortal(sheet, document.body) : sheet;
}
