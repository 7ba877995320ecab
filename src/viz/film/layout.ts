import type { Rect } from "../figure/rect";

/** Where things lie in a picture of the film, in pixels. */
export interface FilmLayout {
  readonly width: number;
  readonly height: number;
  readonly title: Rect;
  readonly board: Rect;
  readonly map: Rect;
  readonly chart: Rect;
  readonly foot: Rect;
}

const MARGIN = 28;

/** 16 : 9, as every player and projector shows it. */
export const FILM: FilmLayout = {
  width: 1280,
  height: 720,
  title: { left: MARGIN, top: 20, width: 1280 - 2 * MARGIN, height: 34 },
  board: { left: MARGIN, top: 70, width: 392, height: 392 },
  map: { left: 448, top: 66, width: 1280 - 448 - MARGIN, height: 400 },
  chart: { left: MARGIN, top: 484, width: 1280 - 2 * MARGIN, height: 178 },
  foot: { left: MARGIN, top: 676, width: 1280 - 2 * MARGIN, height: 30 },
};

/**
 * The iterations that become pictures: all of them, or evenly spread ones with the last among them, where all would make
 * the film longer than `most` pictures.
 */
export function filmIterations(last: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(last / Math.max(1, most - 1)));
  const ks = Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride);
  return ks.at(-1) === last ? ks : [...ks, last];
}
