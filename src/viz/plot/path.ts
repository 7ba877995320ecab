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
