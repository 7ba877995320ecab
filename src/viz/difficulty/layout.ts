import { scaleLog } from "d3-scale";
import type { PuzzleTime } from "../../model/analysis/adaptive";
import type { Scale } from "../plot/Axes";
import type { PlotFrame } from "../plot/frame";

/** Scales of times against difficulty, with a rail on top for what does not settle within the depth. */
export interface DifficultyLayout {
  readonly frame: PlotFrame;
  readonly depth: number;
  readonly rail: number;
  /** Iterations to height, for what is finite. */
  readonly height: Scale;
  /** Guesses + 1 to place: by equal factors, with space for none. */
  readonly across: Scale;
  /** Height of a time; whatever is not finite lies on the rail. */
  y(iterations: number): number;
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
}

const RAIL = 20;
const GUESS_TICKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

export function layoutDifficulty(frame: PlotFrame, times: readonly PuzzleTime[], depth: number): DifficultyLayout {
  const most = Math.max(3, ...times.map(({ guesses }) => guesses));
  const fastest = Math.min(depth / 2, ...times.map((time) => time.fastest).filter(Number.isFinite));
  const low = 2 ** Math.floor(Math.log2(Math.max(1, fastest)));
  const rail = frame.top + RAIL / 2;
  const height = scaleLog([low, depth], [frame.bottom, frame.top + RAIL]);
  const pad = Math.min(36, (frame.right - frame.left) / 8);
  const across = scaleLog([1, most + 1], [frame.left + pad, frame.right - 14]);
  const powers = Array.from({ length: Math.ceil(Math.log2(depth / low)) }, (_, i) => low * 2 ** i);
  return {
    frame,
    depth,
    rail,
    height,
    across,
    y: (iterations) => (Number.isFinite(iterations) ? height(Math.max(low, Math.min(depth, iterations))) : rail),
    yTicks: [...powers, depth],
    xTicks: GUESS_TICKS.filter((tick) => tick <= most),
  };
}

/** A puzzle's place: those of equal difficulty are spread a little, always alike. */
export interface Dot {
  readonly time: PuzzleTime;
  readonly x: number;
  readonly y: number;
}

const SPREAD = 44;

export function dotsOf(layout: DifficultyLayout, times: readonly PuzzleTime[]): Dot[] {
  const alike = new Map<number, number>();
  for (const { guesses } of times) alike.set(guesses, (alike.get(guesses) ?? 0) + 1);
  const seen = new Map<number, number>();
  return times.map((time) => {
    const { guesses, median } = time;
    const place = seen.get(guesses) ?? 0;
    seen.set(guesses, place + 1);
    const count = alike.get(guesses) ?? 1;
    const width = Math.min(SPREAD, 6 * (count - 1));
    const offset = count === 1 ? 0 : (place / (count - 1) - 0.5) * width;
    return { time, x: layout.across(guesses + 1) + offset, y: layout.y(median) };
  });
}

/** The dot nearest to a point, within reach. */
export function nearestDot(dots: readonly Dot[], x: number, y: number, reach: number): Dot | null {
  let best: Dot | null = null;
  let least = reach;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance > least) continue;
    best = dot;
    least = distance;
  }
  return best;
}
