import { type PointerEvent, useRef } from "react";
import { pointIn } from "../draw/magnified";

export interface ScrubGestures {
  /** Pixel column of the pointer while it is pressed. */
  readonly onScrub: (x: number) => void;
  /** Point of the pointer while it only hovers; null when it leaves. */
  readonly onPoint: (point: { readonly x: number; readonly y: number } | null) => void;
  /** A press and release in one place. */
  readonly onTap: (x: number, y: number) => void;
}

const STILL = 4;

/** Pointer handlers of the timeline: press jumps, drag scrubs, hover points, a press without a drag also taps. */
export function useScrub({ onScrub, onPoint, onTap }: ScrubGestures) {
  const press = useRef<{ id: number; x: number; y: number; still: boolean } | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || press.current) return;
      const { x, y } = pointIn(event.currentTarget, event);
      press.current = { id: event.pointerId, x, y, still: true };
      event.currentTarget.setPointerCapture(event.pointerId);
      onPoint(null);
      onScrub(x);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { x, y } = pointIn(event.currentTarget, event);
      const pressed = press.current;
      if (!pressed) return onPoint(event.pointerType === "touch" ? null : { x, y });
      if (pressed.id !== event.pointerId) return;
      if (Math.hypot(x - pressed.x, y - pressed.y) > STILL) pressed.still = false;
      if (!pressed.still) onScrub(x);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const pressed = press.current;
      if (pressed?.id !== event.pointerId) return;
      press.current = null;
      if (pressed.still) onTap(pressed.x, pressed.y);
    },
    onPointerCancel() {
      press.current = null;
    },
    onPointerLeave() {
      if (!press.current) onPoint(null);
    },
  };
}
