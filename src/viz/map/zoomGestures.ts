import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { magnificationOf } from "../draw/magnified";
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
    // d3 takes pointers in pixels of the screen: the extent too, and the picture's own pixels at the rim.
    .extent(function () {
      const { width, height } = this.getBoundingClientRect();
      return [
        [0, 0],
        [width, height],
      ];
    })
    .clickDistance(4)
    .filter(accepts)
    .on("zoom", ({ transform }: { transform: Zoom }) => {
      const factor = magnificationOf(element);
      onZoom({ k: transform.k, x: transform.x / factor, y: transform.y / factor });
    });
  const selection = select(element);
  selection.call(control).on("dblclick.zoom", null);
  return {
    scaleBy: (factor) => control.scaleBy(selection, factor),
    to: ({ k, x, y }) => {
      const factor = magnificationOf(element);
      control.transform(selection, zoomIdentity.translate(x * factor, y * factor).scale(k));
    },
    dispose: () => void selection.on(".zoom", null),
  };
}
