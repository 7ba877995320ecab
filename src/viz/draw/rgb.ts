/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Part of the way from one colour to another. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [part(0), part(1), part(2)];
}

/** The parts of "rgb(0, 120, 90)", as browsers write computed colours. */
export function rgbOf(color: string): Rgb {
  const [r = 136, g = 136, b = 136] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b];
}
