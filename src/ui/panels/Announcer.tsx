import { useEffect, useRef, useState } from "react";

const EVERY = 4000;

/** Reads a changing text to voices, but no more often than they can follow. */
export function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), EVERY);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
