import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import type { Zoom } from "./projection";
import { ZOOM_FACTORS } from "./window";

/** The zoom of an element, once its gestures are listened to. */
export interface ZoomGestures {
  scaleBy(factor: number): void;
  to(zoom: Zoom): void;
  dispose(): void;
}

/** Listens to an element's gestures; `onZoom` hears of every change. Fetched apart, because the first picture needs none. */
export function zoomGestures(
  element: HTMLElement,
  accepts: (event: Event) => boolean,
  onZoom: (zoom: Zoom) => void,
): ZoomGestures {
  const control = zoom<HTMLElement, unknown>()
    .scaleExtent([...ZOOM_FACTORS])
    .clickDistance(4)
    .filter(accepts)
    .on("zoom", ({ transform }: { transform: Zoom }) => onZoom(transform));
  const selection = select(element);
  selection.call(control).on("dblclick.zoom", null);
  return {
    scaleBy: (factor) => control.scaleBy(selection, factor),
    to: ({ k, x, y }) => control.transform(selection, zoomIdentity.translate(x, y).scale(k)),
    dispose: () => void selection.on(".zoom", null),
  };
}
