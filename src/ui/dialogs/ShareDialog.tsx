import { useEffect, useRef, useState } from "react";
import { Button, Checkbox, Input, Label, TextField } from "react-aria-components";
import { useApp, usePuzzle, useRun } from "../appContext";
import { copyText } from "../copyText";
import { EmbedSection } from "./EmbedSection";
import { Shell } from "./Shell";
import "../controls/check.css";

/** The link to this run at this iteration. It is made once, when the dialog opens. */
export function ShareDialog() {
  return (
    <Shell name="share" title="Share this run">
      <ShareForm />
    </Shell>
  );
}

type Copied = "not yet" | "copied" | "refused";

function ShareForm() {
  const { share } = useApp();
  const k = useRun((state) => state.playback.cursor);
  const hasOwn = usePuzzle(({ own }) => own !== undefined);
  const [{ plain, full, at }] = useState(() => ({ plain: share.link(), full: share.link(undefined, true), at: k }));
  const [withOwn, setWithOwn] = useState(false);
  const link = withOwn ? full : plain;
  const [copied, setCopied] = useState<Copied>("not yet");
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (copied === "refused") input.current?.select();
  }, [copied]);

  if (link === null) return <p>There is no run to share yet: the network is still loading.</p>;
  const copy = async (): Promise<void> => setCopied((await copyText(link)) ? "copied" : "refused");
  return (
    <div className="stack">
      <p>
        Anyone with this link gets the same puzzle, starts and settings, opens at iteration {at}, and is warned if their
        device gets a different result. Nothing is stored anywhere: the link itself holds it all.
      </p>
      <TextField className="text-field" value={link} isReadOnly>
        <Label>Link</Label>
        <Input ref={input} className="text-input" onFocus={(event) => event.target.select()} />
      </TextField>
      {hasOwn && (
        <Checkbox className="check" isSelected={withOwn} onChange={setWithOwn}>
          <span className="check-box" /> With my own digits and marks; it then opens in Play
        </Checkbox>
      )}
      <p role="status" className="parse-result" data-bad={copied === "refused" || undefined}>
        {copied === "copied" && "Link copied."}
        {copied === "refused" && "Clipboard access was denied. The link is selected: copy it with Ctrl C or Cmd C."}
      </p>
      <div className="dialog-actions">
        {typeof navigator.share === "function" && (
          <Button
            className="button"
            onPress={() => void navigator.share({ title: "Settle", url: link }).catch(() => {})}
          >
            Share …
          </Button>
        )}
        <Button className="button primary" onPress={() => void copy()} autoFocus>
          Copy link
        </Button>
      </div>
      <EmbedSection />
    </div>
  );
}
