import { useEffect, useRef, useState } from "react";

/** In milliseconds: no more often than a screen reader can follow, and soon after the text has come to rest. */
const EVERY = 4000;
const QUIET = 800;

/** Reads a changing text to screen readers; the last one is said soon after it has come, so that none that is said is old. */
export function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const say = (): void => {
      saidAt.current = performance.now();
      setSaid(text);
    };
    const timer = setTimeout(say, pauseBefore(performance.now() - saidAt.current));
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}

/** How long a new text waits, so many milliseconds after the last was said: a newer one that comes meanwhile takes its place. */
export function pauseBefore(sinceSaid: number): number {
  return Math.max(0, Math.min(QUIET, EVERY - sinceSaid));
}
