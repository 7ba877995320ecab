import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Zoom } from "./projection";
import { NO_ZOOM } from "./window";
import type { ZoomGestures } from "./zoomGestures";

export interface ZoomControl {
  readonly zoom: Zoom;
  /** Whether it shows another part than the whole. */
  readonly moved: boolean;
  readonly scaleBy: (factor: number) => void;
  readonly reset: () => void;
  /** Shows a part without asking; `onMove` does not hear of it. */
  readonly show: (zoom: Zoom) => void;
}

/**
 * Pan by dragging, zoom by pinching. The wheel zooms only with Ctrl (which a pinch on a trackpad sends) or while the map
 * has the focus: a wheel that merely passes over it goes on scrolling the page. `onMove` hears of what a person does.
 */
export function useZoom(surface: RefObject<HTMLElement | null>, onMove: (zoom: Zoom) => void): ZoomControl {
  const [transform, setTransform] = useState<Zoom>(NO_ZOOM);
  const gestures = useRef<ZoomGestures | null>(null);
  /** What is shown: gestures that are fetched later begin there. */
  const now = useRef<Zoom>(NO_ZOOM);
  const moved = useRef(onMove);
  moved.current = onMove;
  const silent = useRef(false);

  const silently = useCallback((act: () => void) => {
    silent.current = true;
    act();
    silent.current = false;
  }, []);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let gone = false;
    const onZoom = (next: Zoom): void => {
      now.current = next;
      setTransform(next);
      if (!silent.current) moved.current(next);
    };
    import("./zoomGestures").then(
      ({ zoomGestures }) => {
        if (gone) return;
        const made = zoomGestures(element, (event) => accepts(event, element), onZoom);
        gestures.current = made;
        silently(() => made.to(now.current));
      },
      // Where it cannot be fetched the map stays whole.
      () => {},
    );
    return () => {
      gone = true;
      gestures.current?.dispose();
      gestures.current = null;
    };
  }, [surface, silently]);

  const scaleBy = useCallback((factor: number) => gestures.current?.scaleBy(factor), []);
  const reset = useCallback(() => gestures.current?.to(NO_ZOOM), []);
  const show = useCallback(
    (zoom: Zoom) => {
      now.current = zoom;
      setTransform(zoom);
      silently(() => gestures.current?.to(zoom));
    },
    [silently],
  );
  return { zoom: transform, moved: isMoved(transform), scaleBy, reset, show };
}

/** Whether a zoom shows another part than the whole. */
export function isMoved({ k, x, y }: Zoom): boolean {
  return k !== 1 || x !== 0 || y !== 0;
}

function accepts(event: Event, element: HTMLElement): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || document.activeElement === element;
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
  // One finger scrolls the page or taps; two move the map.
  return !("touches" in event) || (event as TouchEvent).touches.length > 1;
}
