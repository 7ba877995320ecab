import type { ReactElement, ReactNode } from "react";
import { OverlayArrow, Tooltip, TooltipTrigger } from "react-aria-components";
import "./Tip.css";

/** A tooltip for a control that can take the focus: shown on hover and on focus. */
export function Tip({ tip, children }: { readonly tip: ReactNode; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={60}>
      {children}
      <TipBubble>{tip}</TipBubble>
    </TooltipTrigger>
  );
}

export function TipBubble({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip className="tip" offset={8}>
      <OverlayArrow className="tip-arrow">
        <svg width={10} height={5} viewBox="0 0 10 5" aria-hidden="true">
          <path d="M0 0 5 5 10 0" />
        </svg>
      </OverlayArrow>
      {children}
    </Tooltip>
  );
}
