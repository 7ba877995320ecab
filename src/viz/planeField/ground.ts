import type { PlanarBasins } from "../../model/analysis/planar";
import type { Palette } from "../draw/palette";
import { mix, type Rgb, rgbOf } from "../draw/rgb";

/** What colours the plane: where a start ends, or how far a step goes there. */
export type Ground =
  | { readonly kind: "basins"; readonly basins: PlanarBasins; readonly hues: readonly `--${string}`[] }
  | { readonly kind: "residual"; readonly size: number; readonly values: Float32Array };

/** How much of its hue a basin keeps where a start ends at once, and where it takes longest. */
const INK = { near: 0.42, far: 0.12 } as const;
/** Residuals below and above these are as dark and as light as can be. */
const RESIDUALS = { low: 1e-2, high: 1 } as const;

/** Pixels per side of a ground. */
export function groundSize(ground: Ground): number {
  return ground.kind === "basins" ? ground.basins.size : ground.size;
}

/** The pixels of a ground as RGBA, [size * size * 4]. */
export function paintGround(ground: Ground, palette: Palette): Uint8ClampedArray<ArrayBuffer> {
  const paper = rgbOf(palette("--surface"));
  const colorOf = ground.kind === "basins" ? basinColor(ground, paper, palette) : residualColor(ground, paper, palette);
  const size = groundSize(ground);
  const rgba = new Uint8ClampedArray(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const [r, g, b] = colorOf(pixel);
    rgba.set([r, g, b, 255], pixel * 4);
  }
  return rgba;
}

function basinColor({ basins, hues }: Ground & { kind: "basins" }, paper: Rgb, palette: Palette) {
  const colors = hues.map((hue) => rgbOf(palette(hue)));
  const nowhere = mix(paper, rgbOf(palette("--outcome-wandering")), 0.16);
  const longest = Math.max(1, ...basins.iterations.filter((_, i) => (basins.ends[i] ?? -1) >= 0));
  return (pixel: number): Rgb => {
    const end = basins.ends[pixel] ?? -1;
    const color = colors[end];
    if (!color) return nowhere;
    // By the root, or all but the borders would look alike.
    const late = Math.sqrt((basins.iterations[pixel] ?? 0) / longest);
    return mix(paper, color, INK.near - (INK.near - INK.far) * late);
  };
}

function residualColor({ values }: Ground & { kind: "residual" }, paper: Rgb, palette: Palette) {
  const accent = rgbOf(palette("--accent"));
  const [low, high] = [Math.log(RESIDUALS.low), Math.log(RESIDUALS.high)];
  return (pixel: number): Rgb => {
    const height = (Math.log(values[pixel] ?? 1) - low) / (high - low);
    // In steps, as on a map with contour lines.
    const step = Math.round(10 * Math.min(1, Math.max(0, height))) / 10;
    return mix(paper, accent, 0.05 + 0.5 * step);
  };
}
