import type { FitWindow } from "../../model/eqr/record/frame";
import { type MapWindow, tidyMapWindow } from "../../viz/map/window";

/** "57-13": fitted on the states up to iteration 57, axes 1 and 3 turned around. */
export const FIT_PATTERN = /^\d{1,5}(-(?!$)1?2?3?)?$/;
/** "x:y:half", in coordinates of the map. */
export const ZOOM_PATTERN = /^(-?\d{1,9}(\.\d{1,12})?(e[+-]?\d{1,2})?(:|$)){3}$/;

export function writeFit({ k, flipped }: FitWindow): string {
  const turned = flipped.flatMap((is, axis) => (is ? [axis + 1] : [])).join("");
  return turned === "" ? String(k) : `${k}-${turned}`;
}

/** Of a text that fits the pattern. */
export function readFit(text: string): FitWindow {
  const [k = "", turned = ""] = text.split("-");
  return { k: Number(k), flipped: [turned.includes("1"), turned.includes("2"), turned.includes("3")] };
}

export function writeZoom({ x, y, half }: MapWindow): string {
  return [x, y, half].join(":");
}

/** Of a text that fits the pattern; null where it shows nothing. */
export function readZoom(text: string): MapWindow | null {
  const [x = Number.NaN, y = Number.NaN, half = Number.NaN] = text.split(":").map(Number);
  return tidyMapWindow({ x, y, half });
}
