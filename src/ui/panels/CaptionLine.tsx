import { useApp, usePage } from "../appContext";
import { IconButton } from "../controls/IconButton";
import { NO_CAPTION } from "../link/caption";
import "./CaptionLine.css";
import { say } from "../../words/say";

/** What the sender of a link says about its run; nothing where nobody said anything. */
export function CaptionLine({ closable = true }: { readonly closable?: boolean }) {
  const { page } = useApp();
  const { title, sentence } = usePage((state) => state.caption);
  if (title === "" && sentence === "") return null;
  return (
    <div className="caption-line" role="note" aria-label={say`From the sender`}>
      {/* Anybody's words, in any language. */}
      <p dir="auto">
        {title && <strong>{title}</strong>} {sentence}
      </p>
      {closable && (
        <IconButton
          icon="close"
          label={say`Close the sender's note`}
          className="button icon-only tiny"
          onPress={() => page.setState({ caption: NO_CAPTION })}
        />
      )}
    </div>
  );
}
