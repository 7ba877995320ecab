import type { GridTag } from "../../model/analysis/gridTags";
import type { Outcome } from "../../model/eqr/record/outcome";
import type { Brush } from "../draw/brush";
import { drawMark } from "../draw/marks";
import type { Palette } from "../draw/palette";
import { OUTCOMES, viewVariable } from "../outcome";
import type { Projection } from "./projection";

/** Where a kick has taken a trajectory, on the axes of the map. */
export interface KickedTrack {
  readonly trajectory: number;
  /** Iteration of the state that was kicked. */
  readonly k: number;
  /** Three coordinates per iteration after the kick, from 0. */
  readonly coords: readonly number[];
  readonly outcome: Outcome;
  /** The grid that it has settled on; null before that. */
  readonly grid: GridTag | null;
}

export interface KickScene {
  readonly track: KickedTrack;
  /** Where the kicked state was before, in coordinates of the map. */
  readonly from: readonly [number, number];
  readonly axes: readonly [number, number];
  readonly projection: Projection;
  readonly palette: Palette;
}

/** Draws a kick: a dotted leap from where the state was, then the way that it went, in the colour of its outcome. */
export function drawKick(context: Brush, { track, from, axes, projection, palette }: KickScene): void {
  const { scale, left, top } = projection;
  const pixel = (x: number, y: number) => [left + scale * x, top - scale * y] as const;
  const way = placesOf(track, axes).map(([x, y]) => pixel(x, y));
  const [first, last] = [way[0], way.at(-1)];
  if (!first || !last) return;
  const { shape } = OUTCOMES[track.outcome];
  const color = palette(viewVariable(track));
  const stroke = (points: readonly (readonly [number, number])[], dash: readonly number[]) => {
    for (const [ink, width] of [
      [palette("--surface"), 5],
      [color, 2.2],
    ] as const) {
      context.strokeStyle = ink;
      context.lineWidth = width;
      context.setLineDash(ink === color ? [...dash] : []);
      context.beginPath();
      for (const [i, [x, y]] of points.entries()) {
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.stroke();
    }
    context.setLineDash([]);
  };
  context.save();
  context.lineJoin = "round";
  context.lineCap = "round";
  stroke([pixel(...from), first], [1, 5]);
  stroke(way, []);
  const halo = palette("--surface");
  drawMark(context, first[0], first[1], { shape: "ring", radius: 4, color, halo });
  drawMark(context, last[0], last[1], { shape, radius: 6, color, halo });
  context.restore();
}

/** The places of the kicked state on two of the axes, one per iteration, as far as they are known. */
export function placesOf({ coords }: KickedTrack, [across, up]: readonly [number, number]): [number, number][] {
  const places: [number, number][] = [];
  for (let at = 0; at + 2 < coords.length; at += 3) {
    const place: [number, number] = [coords[at + across] ?? Number.NaN, coords[at + up] ?? Number.NaN];
    if (!place.every(Number.isFinite)) break;
    places.push(place);
  }
  return places;
}
