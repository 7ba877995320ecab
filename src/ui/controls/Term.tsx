import { type ReactNode, useState } from "react";
import { Pressable, TooltipTrigger } from "react-aria-components";
import { type Entry, GLOSSARY, type TermName } from "../glossary";
import { TipBubble } from "./Tip";
import "./Term.css";
import { say } from "../../words/say";

export interface TermProps {
  readonly name: TermName;
  readonly children: ReactNode;
}

/** A word or number that explains itself on hover, on focus and on a tap. */
export function Term({ name, children }: TermProps) {
  const [open, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={300} closeDelay={60} isOpen={open} onOpenChange={setOpen}>
      {/* A tap gives no hover: pressing opens as well. A button element could not break across lines. */}
      <Pressable onPress={() => setOpen(true)}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above; Pressable gives it focus and keys */}
        <span role="button" className="term" tabIndex={0}>
          {children}
        </span>
      </Pressable>
      <TipBubble>
        <Explanation entry={GLOSSARY[name]} />
      </TipBubble>
    </TooltipTrigger>
  );
}

/** An entry of the glossary in full. */
export function Explanation({ entry }: { readonly entry: Entry }) {
  return (
    <>
      <strong>{entry.title}</strong>
      <p>{entry.text}</p>
      {entry.formula && <p className="formula">{entry.formula}</p>}
      {entry.unit && <p className="unit">{say`Unit: ${entry.unit}.`}</p>}
    </>
  );
}
