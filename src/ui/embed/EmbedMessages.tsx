import { useStore } from "zustand";
import { say } from "../../words/say";
import { useApp } from "../appContext";

/** What the author of the page or the reader has to know, in a line of its own: nothing lies over the picture. */
export function EmbedMessages() {
  const { notices } = useApp();
  const list = useStore(notices, (state) => state.list);
  const shown = list.filter(({ tone }) => tone === "warning" || tone === "error");
  return (
    <section className="embed-messages" aria-label={say`Messages`} aria-live="polite">
      {shown.map(({ topic, text }) => (
        <p key={topic}>{text}</p>
      ))}
    </section>
  );
}
