/** How many CSS pixels of the screen a CSS pixel of a picture takes: more than 1 where a presentation magnifies it. */
let magnification = 1;

/** Says how much the pictures are magnified from now on, so that canvases are drawn sharp. */
export function magnify(factor: number): void {
  magnification = factor;
}

/** Pixels of the device for each CSS pixel of a canvas. */
export function pixelRatio(): number {
  return (globalThis.devicePixelRatio || 1) * magnification;
}

/** As much of an element as is needed to place a pointer in it. */
export interface Placed {
  readonly clientWidth: number;
  /** SVG elements have none. */
  readonly offsetWidth?: number;
  getBoundingClientRect(): { readonly left: number; readonly top: number; readonly width: number };
}

/** How many CSS pixels of the screen a CSS pixel of an element takes. */
export function magnificationOf(element: Placed): number {
  const own = element.offsetWidth ?? element.clientWidth;
  const seen = element.getBoundingClientRect().width;
  return own > 0 && seen > 0 ? seen / own : 1;
}

/** Where a pointer is in an element, in the element's own CSS pixels. */
export function pointIn(
  element: Placed,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): { readonly x: number; readonly y: number } {
  const { left, top } = element.getBoundingClientRect();
  const factor = magnificationOf(element);
  return { x: (clientX - left) / factor, y: (clientY - top) / factor };
}
