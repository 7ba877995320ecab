import { useRef, useState } from "react";
import { Button, Checkbox, Input, Label, TextField } from "react-aria-components";
import { useApp } from "../../appContext";
import { NO_CAPTION, tidyCaption } from "../../link/caption";
import type { SharedRun } from "../../link/sharedRun";
import { nameOf } from "../../store/puzzle";
import { CaptionFields } from "./CaptionFields";
import { EmbedSection } from "./EmbedSection";
import { QrSection } from "./QrSection";
import { useCopying } from "./useCopying";
import "../../controls/check.css";
import { rich } from "../../../words/rich";
import { say } from "../../../words/say";

/** Longer links make QR codes that no phone reads from a screen: there the check of the outcome is left out. */
const LONGEST_FOR_QR = 900;

/** What is shared is what was seen when the dialog opened, even if the run goes on. */
export function ShareForm() {
  const { share } = useApp();
  const [run] = useState(() => share.seen({ withOwn: true }));
  if (!run) return <p>{say`There is no run to share yet: the network is still loading.`}</p>;
  return <RunForm run={run} />;
}

function RunForm({ run: { own, ...run } }: { readonly run: SharedRun }) {
  const { share, puzzle } = useApp();
  const [caption, setCaption] = useState(() => ({
    ...NO_CAPTION,
    title: nameOf(puzzle.getState().source),
    ...run.caption,
  }));
  const [withOwn, setWithOwn] = useState(false);
  const shared = { ...run, caption: tidyCaption(caption) };
  const whole = withOwn && own !== undefined ? { ...shared, own } : shared;
  const link = share.address(whole);
  const input = useRef<HTMLInputElement>(null);
  const { said, refused, copy } = useCopying(input, link, "link");
  const forQr = link.length > LONGEST_FOR_QR ? share.address({ ...whole, outcome: null }) : link;
  return (
    <div className="stack">
      <p>
        {say`Anyone with this link sees the same picture: puzzle, starts, settings, axes and zoom, at iteration ${run.cursor}`}
        {run.reached !== undefined && say` of the ${run.reached} that were computed`}
        {say`. They are warned if their device gets a different result. Nothing is stored anywhere: the link itself holds it all.`}
      </p>
      <CaptionFields caption={caption} onChange={setCaption} />
      <TextField className="text-field" value={link} isReadOnly>
        <Label>{say`Link`}</Label>
        <Input ref={input} className="text-input" onFocus={(event) => event.target.select()} />
      </TextField>
      {own !== undefined && (
        <Checkbox className="check" isSelected={withOwn} onChange={setWithOwn}>
          <span className="check-box" /> {say`With my own digits and marks; it then opens in Play`}
        </Checkbox>
      )}
      <div className="dialog-actions">
        <p role="status" className="parse-result embed-copied" data-bad={refused || undefined}>
          {said}
        </p>
        {typeof navigator.share === "function" && (
          <Button
            className="button"
            onPress={() =>
              void navigator
                .share({ title: shared.caption.title || "Settle", text: shared.caption.sentence, url: link })
                .catch(() => {})
            }
          >{say`Share …`}</Button>
        )}
        <Button className="button primary" onPress={() => void copy()} autoFocus>{say`Copy link`}</Button>
      </div>
      <QrSection link={forQr} />
      <p className="fine">{rich`For an archive, or without a network: ${<i>{say`Export → JSON`}</i>} saves the whole run as a .settle.json file, which opens when it is dropped on this page.`}</p>
      <EmbedSection run={shared} />
    </div>
  );
}
