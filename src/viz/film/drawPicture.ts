import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import { say } from "../../words/say";
import type { RuledGrid } from "../board/geometry";
import { fontOf } from "../draw/font";
import type { Palette } from "../draw/palette";
import type { Rect } from "../figure/rect";
import { drawMap } from "../map/draw";
import { fillPaths, type Paths } from "../map/paths";
import type { Projection } from "../map/projection";
import type { Columns } from "../residuals/columns";
import { drawWholeChart } from "../residuals/draw";
import { type ChartLayout, xOf } from "../residuals/layout";
import type { TrajectoryView } from "../types";
import { drawFilmBoard } from "./drawFilmBoard";
import { FILM } from "./layout";

/** What stays the same all through a film. */
export interface FilmSet {
  readonly record: RunRecord;
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  readonly palette: Palette;
  readonly axes: readonly [number, number];
  /** Null where the run was too short to fit axes for a map. */
  readonly projection: Projection | null;
  readonly layout: ChartLayout;
  readonly columns: Columns;
  /** Axes of map and chart, as drawn on the page. */
  readonly backdrops: { readonly map: CanvasImageSource | null; readonly chart: CanvasImageSource };
  readonly paths: Paths;
  /** Short lines at the foot: the recipe. */
  readonly foot: readonly string[];
}

/** What changes with the iteration. */
export interface Moment {
  readonly k: number;
  readonly views: readonly TrajectoryView[];
  readonly selected: number;
  readonly sentence: string;
  /** The cycles of the selected trajectory up to k; none without nudges. */
  readonly cycles: readonly NudgeCycle[];
  /** [cells] values that the selected trajectory is shown as if given, 0 for none; null without nudges. */
  readonly hypotheses: Uint8Array | null;
  /** [cells * values] softmax of the selected trajectory, 255 = 1; null where it is not known. */
  readonly softmax: Uint8Array | null;
}

/** Draws one picture of the film: board, map and residuals of a run at one iteration. */
export function drawPicture(context: CanvasRenderingContext2D, set: FilmSet, moment: Moment): void {
  const { palette, record } = set;
  context.fillStyle = palette("--surface");
  context.fillRect(0, 0, FILM.width, FILM.height);
  writeHead(context, set, moment);
  const { k, selected, views, cycles } = moment;
  const frame = record.frames[k];
  const cells = set.grid.rows * set.grid.columns;
  const own = (all: Uint8Array = new Uint8Array()) => all.subarray(selected * cells, (selected + 1) * cells);
  at(context, FILM.board, () =>
    drawFilmBoard(
      context,
      {
        grid: set.grid,
        givens: set.givens,
        digits: own(frame?.digits),
        confidence: own(frame?.confidence),
        hypotheses: moment.hypotheses,
        softmax: moment.softmax,
      },
      FILM.board.width,
      palette,
    ),
  );
  const { projection } = set;
  if (projection)
    at(context, FILM.map, () => {
      if (set.backdrops.map) context.drawImage(set.backdrops.map, 0, 0, FILM.map.width, FILM.map.height);
      fillPaths(set.paths, record, set.axes, k, projection);
      const scene = {
        size: FILM.map,
        record,
        views,
        axes: set.axes,
        projection,
        selected,
        hovered: null,
        cursor: k,
        cycles,
        palette,
      };
      drawMap(context, set.paths, scene);
    });
  at(context, FILM.chart, () => {
    context.drawImage(set.backdrops.chart, 0, 0, FILM.chart.width, FILM.chart.height);
    const { layout, columns } = set;
    const scene = { layout, record, columns, views, cursor: k, selected, hovered: null, cycles, palette };
    // A film shows what happens as it happens.
    drawWholeChart(context, { ...scene, future: 0 });
    const x = xOf(layout, k);
    context.fillStyle = palette("--accent");
    context.fillRect(x - 0.75, layout.top - 4, 1.5, (layout.strip?.bottom ?? layout.bottom) - layout.top + 4);
  });
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = palette("--muted");
  context.font = fontOf(400, 11);
  const { left, top, width } = FILM.foot;
  for (const [i, line] of set.foot.entries()) context.fillText(line, left, top + 10 + i * 16, width);
}

function writeHead(context: CanvasRenderingContext2D, { palette, record }: FilmSet, { k, sentence }: Moment): void {
  const { left, top, width } = FILM.title;
  const y = top + 24;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillStyle = palette("--ink");
  context.font = fontOf(750, 20);
  context.fillText("Settle", left, y);
  context.font = fontOf(400, 16);
  context.fillText(sentence, left + 82, y, width - 82 - 150);
  context.textAlign = "right";
  context.fillStyle = palette("--muted");
  context.fillText(say`k = ${k} of ${record.recipe.depth}`, left + width, y);
}

function at(context: CanvasRenderingContext2D, { left, top }: Rect, draw: () => void): void {
  context.save();
  context.translate(left, top);
  draw();
  context.restore();
}
