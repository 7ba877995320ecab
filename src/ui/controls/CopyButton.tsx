import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { copyText } from "../copyText";
import "./CopyButton.css";
import { say } from "../../words/say";

export interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text; where the browser does not allow that, shows it selected, to be copied by hand. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [result, setResult] = useState<"none" | "copied" | "refused">("none");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (result === "refused") field.current?.select();
  }, [result]);
  const copy = async (): Promise<void> => setResult((await copyText(text)) ? "copied" : "refused");
  if (result === "refused")
    return (
      <label className="copy-by-hand">
        {say`Selected: copy it with Ctrl C or Cmd C.`}
        <textarea ref={field} className="text-input" readOnly value={text} rows={3} translate="no" />
      </label>
    );
  return (
    <Button className="button small" onPress={() => void copy()}>
      <span>{result === "copied" ? say`Copied` : label}</span>
    </Button>
  );
}
