import type { GridTag } from "../../model/analysis/gridTags";
import type { BasinMap } from "../../model/experiments/basins";
import type { Palette } from "../draw/palette";
import { mix, type Rgb, rgbOf } from "../draw/rgb";
import { gridVariable } from "../outcome";
import { BROKEN, PENDING, WANDERING } from "./pixels";

/** How much of its colour a pixel keeps that took longest to settle. */
const FAINTEST = 0.28;
/** A wandering start is no basin: its colour stays in the ground. */
const WANDERING_INK = 0.22;

/**
 * The pixels of a basin map as RGBA, [size * size * 4]: the hue is the basin, the shade the iterations that it took (dark
 * settles soon). What is still to be run shows the coarser pixel that it lies in. tags: of each basin's grid.
 */
export function paintBasins(
  map: BasinMap,
  tags: readonly (GridTag | null)[],
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const { size, basin, iterations, basins } = map;
  const ground = rgbOf(palette("--surface"));
  const empty = rgbOf(palette("--sunk"));
  const hues = basins.map(({ valid }, i) => rgbOf(palette(gridVariable(valid, tags[i] ?? null))));
  const [fast, slow] = spread(map);
  const shade = (took: number) => {
    const late = slow > fast ? Math.min(1, Math.max(0, (took - fast) / (slow - fast))) : 0;
    return 1 - (1 - FAINTEST) * late;
  };
  const colorOf = (pixel: number): Rgb => {
    const what = basin[pixel] ?? PENDING;
    if (what === PENDING) return empty;
    if (what === WANDERING) return mix(ground, rgbOf(palette("--outcome-wandering")), WANDERING_INK);
    if (what === BROKEN) return rgbOf(palette("--outcome-broken"));
    return mix(ground, hues[what] ?? empty, shade(iterations[pixel] ?? 0));
  };
  const rgba = new Uint8ClampedArray(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const [r, g, b] = colorOf(coarserPixel(map, pixel));
    rgba.set([r, g, b, 255], pixel * 4);
  }
  return rgba;
}

/** The pixel itself where it is run, else the nearest coarser one of the interlaced order that is; else the pixel. */
export function coarserPixel({ size, basin }: BasinMap, pixel: number): number {
  const x = pixel % size;
  const y = Math.floor(pixel / size);
  for (let step = 1; step <= size; step *= 2) {
    const at = (y - (y % step)) * size + (x - (x % step));
    if (basin[at] !== PENDING) return at;
  }
  return pixel;
}

/** Iterations that one in twenty settled pixels stay below, and above: the ends of the shading. */
export function spread({ basin, iterations }: BasinMap): readonly [number, number] {
  const took = [...iterations].filter((_, pixel) => (basin[pixel] ?? PENDING) >= 0).sort((a, b) => a - b);
  const at = (share: number) => took[Math.round(share * (took.length - 1))] ?? 0;
  return [at(0.05), at(0.95)];
}
