import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { say } from "../../words/say";
import { useApp } from "../appContext";
import { CopyButton } from "../controls/CopyButton";
import { IconButton } from "../controls/IconButton";
import { close } from "../store/notices";

/** Short messages over the page, so that nothing under them moves. */
export function Notices() {
  const { notices } = useApp();
  const list = useStore(notices, (state) => state.list);
  return (
    <section className="notices" aria-label={say`Messages`} aria-live="polite">
      {list.map((notice) => (
        <div key={notice.topic} className="banner" data-tone={notice.tone}>
          {/* A new text is a new element: a translator may have taken the old one's text for its own. */}
          <p key={notice.text}>{notice.text}</p>
          {notice.action && (
            <Button className="button small" onPress={notice.action.act}>
              <span>{notice.action.label}</span>
            </Button>
          )}
          {notice.copyable && <CopyButton {...notice.copyable} />}
          <IconButton
            icon="close"
            label={say`Close this message`}
            className="button icon-only tiny"
            onPress={() => close(notices, notice)}
          />
        </div>
      ))}
    </section>
  );
}
