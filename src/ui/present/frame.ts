/** How a presentation fills a window. */
export interface Frame {
  /** How many CSS pixels of the window one of the presentation takes. */
  readonly factor: number;
  /** Size of the presentation in its own CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether board and picture lie below each other: a window that is no screen in a hall. */
  readonly stacked: boolean;
}

/** The smallest type of the page's pictures, in CSS pixels. */
const LEAST_TYPE = 11;
/** Its least share of the window's height: what can still be read from the last row. */
export const LEAST_SHARE = 0.025;
/** Board and picture side by side need as much; in a narrower window type is smaller rather than cut off. */
const LEAST_WIDTH = 560;

/** The page's own layout, magnified until its smallest type is 2.5 % of the window's height. */
export function frameFor(width: number, height: number): Frame {
  const factor = Math.max(1, Math.min((height * LEAST_SHARE) / LEAST_TYPE, width / LEAST_WIDTH));
  return { factor, width: width / factor, height: height / factor, stacked: width < LEAST_WIDTH * factor };
}
