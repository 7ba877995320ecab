import type { ReactNode } from "react";
import "./tooltip.css";

export interface TooltipProps {
  /** The point it speaks of, in pixels within the panel. */
  readonly x: number;
  readonly y: number;
  /** Size of the panel: the tooltip opens towards its middle, so that it stays inside. */
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** A small box beside a point of a picture. What it says must be reachable without a pointer too. */
export function Tooltip({ x, y, width, height, children }: TooltipProps) {
  const across = x > width / 2 ? "calc(-100% - 12px)" : "12px";
  const down = y > height / 2 ? "calc(-100% - 6px)" : "6px";
  return (
    <div
      className="viz-tooltip"
      aria-hidden="true"
      style={{ left: x, top: y, transform: `translate(${across}, ${down})` }}
    >
      {children}
    </div>
  );
}
