import type { Columns } from "./columns";
import { type ChartLayout, yOf } from "./layout";

/** What a line is drawn into: a canvas context, or a recorder in a test. */
export type Pen = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo">;

/** What the lines show, and where they lie. */
export interface LinePlace {
  readonly columns: Columns;
  readonly layout: ChartLayout;
}

/** Changes of height too small to see, in pixels: a settled line of thousands of iterations needs few vertices. */
const FLAT = 0.4;

/**
 * Traces the residuals of trajectory t from a column on. Across a column of several iterations it runs from one
 * extreme to the other, the nearer one first; gaps lift the pen, and level stretches are drawn as one piece.
 */
export function traceLine(pen: Pen, { columns, layout }: LinePlace, t: number, from = 0): void {
  const to = lastColumn(columns);
  const perIteration = (layout.right - layout.left) / layout.end;
  let [x, y] = [Number.NaN, Number.NaN];
  let held = false;
  const reach = (nextX: number, nextY: number) => {
    const level = Math.abs(nextY - y) < FLAT;
    // The end of a level stretch is drawn before the line leaves it, or a jump would become a slope.
    if (held && !level) pen.lineTo(x, y);
    if (Number.isNaN(y)) pen.moveTo(nextX, nextY);
    else if (!level) pen.lineTo(nextX, nextY);
    held = level;
    x = nextX;
    if (!level) y = nextY;
  };
  const lift = () => {
    if (held) pen.lineTo(x, y);
    held = false;
    y = Number.NaN;
  };
  for (let column = Math.max(0, from); column <= to; column++) {
    const low = yOf(layout, columns.low[t * columns.count + column] ?? Number.NaN);
    const high = yOf(layout, columns.high[t * columns.count + column] ?? Number.NaN);
    if (Number.isNaN(low)) {
      lift();
      continue;
    }
    const known = Math.min(columns.step, columns.filled - column * columns.step);
    const at = layout.left + column * columns.step * perIteration;
    const lowFirst = Math.abs(low - y) < Math.abs(high - y);
    reach(at, lowFirst ? low : high);
    if (known > 1) reach(at + (known - 1) * perIteration, lowFirst ? high : low);
  }
  lift();
}

/** The last column that holds an iteration, -1 when none does. */
function lastColumn(columns: Columns): number {
  return Math.min(columns.count - 1, Math.ceil(columns.filled / columns.step) - 1);
}
