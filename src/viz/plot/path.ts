/** SVG path through points; a point that is not finite lifts the pen. */
export function linePath(points: Iterable<readonly [x: number, y: number]>): string {
  let path = "";
  let down = false;
  for (const [x, y] of points) {
    const known = Number.isFinite(x) && Number.isFinite(y);
    if (known) path += `${down ? "L" : "M"}${x.toFixed(1)},${y.toFixed(1)}`;
    down = known;
  }
  return path;
}

/** SVG path around a band between two lines of as many points; unknown points are passed over. */
export function bandPath(
  low: readonly (readonly [x: number, y: number])[],
  high: readonly (readonly [x: number, y: number])[],
): string {
  const known = ([x, y]: readonly [number, number]) => Number.isFinite(x) && Number.isFinite(y);
  const around = [...high.filter(known), ...low.filter(known).reverse()];
  return around.length < 4 ? "" : `${linePath(around)}Z`;
}
