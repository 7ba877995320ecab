import { select } from "d3-selection";
import { type ZoomBehavior, zoom, zoomIdentity } from "d3-zoom";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Zoom } from "./projection";
import { ZOOM_FACTORS } from "./window";

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
  const [transform, setTransform] = useState<Zoom>(zoomIdentity);
  const behavior = useRef<ZoomBehavior<HTMLElement, unknown> | null>(null);
  const moved = useRef(onMove);
  moved.current = onMove;
  const silent = useRef(false);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const control = zoom<HTMLElement, unknown>()
      .scaleExtent([...ZOOM_FACTORS])
      .clickDistance(4)
      .filter((event: Event) => accepts(event, element))
      .on("zoom", ({ transform: next }: { transform: Zoom }) => {
        setTransform(next);
        if (!silent.current) moved.current(next);
      });
    behavior.current = control;
    const selection = select(element);
    selection.call(control).on("dblclick.zoom", null);
    return () => {
      selection.on(".zoom", null);
      behavior.current = null;
    };
  }, [surface]);

  const scaleBy = useCallback(
    (factor: number) => {
      if (surface.current) behavior.current?.scaleBy(select(surface.current), factor);
    },
    [surface],
  );
  const reset = useCallback(() => {
    if (surface.current) behavior.current?.transform(select(surface.current), zoomIdentity);
  }, [surface]);
  const show = useCallback(
    ({ k, x, y }: Zoom) => {
      if (!surface.current) return;
      silent.current = true;
      behavior.current?.transform(select(surface.current), zoomIdentity.translate(x, y).scale(k));
      silent.current = false;
    },
    [surface],
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
