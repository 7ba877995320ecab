import { select } from "d3-selection";
import { type ZoomBehavior, zoom, zoomIdentity } from "d3-zoom";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Zoom } from "./projection";

export interface ZoomControl {
  readonly zoom: Zoom;
  /** Whether it shows another part than the whole. */
  readonly moved: boolean;
  readonly scaleBy: (factor: number) => void;
  readonly reset: () => void;
}

/**
 * Pan by dragging, zoom by pinching. The wheel zooms only with Ctrl (which a pinch on a trackpad sends) or while the map
 * has the focus: a wheel that merely passes over it goes on scrolling the page.
 */
export function useZoom(surface: RefObject<HTMLElement | null>): ZoomControl {
  const [transform, setTransform] = useState<Zoom>(zoomIdentity);
  const behavior = useRef<ZoomBehavior<HTMLElement, unknown> | null>(null);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const control = zoom<HTMLElement, unknown>()
      .scaleExtent([0.5, 64])
      .clickDistance(4)
      .filter((event: Event) => accepts(event, element))
      .on("zoom", (event: { transform: Zoom }) => setTransform(event.transform));
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
  const moved = transform.k !== 1 || transform.x !== 0 || transform.y !== 0;
  return { zoom: transform, moved, scaleBy, reset };
}

function accepts(event: Event, element: HTMLElement): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || document.activeElement === element;
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
  // One finger scrolls the page or taps; two move the map.
  return !("touches" in event) || (event as TouchEvent).touches.length > 1;
}
