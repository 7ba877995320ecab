import { type RefObject, useEffect, useState } from "react";
import { say } from "../../../words/say";
import { copyText } from "../../copyText";

/** Copies the text of a field; where the browser refuses, selects it and says how to copy it by hand. */
export function useCopying(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  text: string,
  what: string,
): { readonly said: string; readonly refused: boolean; readonly copy: () => Promise<void> } {
  /** The text that was copied or refused: of another one nothing has been said. */
  const [{ of, refused }, setResult] = useState({ of: "", refused: false });
  useEffect(() => {
    if (refused) field.current?.select();
  }, [refused, field]);
  const isSaid = of === text && text !== "";
  const byHand = say`Clipboard access was denied. The ${what} is selected: copy it with Ctrl C or Cmd C.`;
  return {
    said: isSaid ? (refused ? byHand : say`${what === "HTML" ? what : say`Link`} copied.`) : "",
    refused: isSaid && refused,
    async copy() {
      const done = await copyText(text);
      setResult({ of: text, refused: !done });
      // Also where it was refused before.
      if (!done) field.current?.select();
    },
  };
}
