import { quietStretches } from "../../model/eqr/recipe/schedule";
import type { RunRecord } from "../../model/eqr/record/record";
import { recipeLines } from "../../model/export/recipeText";
import { readPalette } from "../../viz/draw/palette";
import { backdropOf } from "../../viz/figure/backdrop";
import { embeddedFaces } from "../../viz/figure/fonts";
import type { FilmSet } from "../../viz/film/drawPicture";
import { FILM } from "../../viz/film/layout";
import { trajectoryNumber } from "../../viz/format";
import { boundsFor, frameBox } from "../../viz/map/bounds";
import { MapGround } from "../../viz/map/MapGround";
import { createPaths } from "../../viz/map/paths";
import { fitProjection } from "../../viz/map/projection";
import { columnsFor } from "../../viz/residuals/columns";
import { residualDecades } from "../../viz/residuals/domain";
import { layoutChart } from "../../viz/residuals/layout";
import { ResidualAxes, ToleranceNote } from "../../viz/residuals/ResidualAxes";
import { say } from "../../words/say";
import type { TaskBoard } from "../tasks/view";

/** Everything of a film that stays the same: scales that hold the whole run, axes, colours of the theme in force. */
export async function makeFilmSet(
  record: RunRecord,
  axes: readonly [number, number],
  selected: number,
  device: string,
  board: TaskBoard,
): Promise<FilmSet> {
  const last = record.frames.length - 1;
  const end = Math.max(1, last);
  const columns = columnsFor(null, record, end, FILM.chart.width);
  const { tolerance } = record.recipe;
  const layout = layoutChart({
    ...FILM.chart,
    end,
    decades: residualDecades(columns.min, columns.max, tolerance),
    q: null,
    nudged: record.recipe.nudges > 0,
  });
  const box = frameBox(null, boundsFor(null, record, axes));
  const projection = box && fitProjection(box, FILM.map, { x: 0, y: 0, k: 1 });
  const faces = await embeddedFaces();
  const chart = (
    <svg aria-hidden="true" width={FILM.chart.width} height={FILM.chart.height}>
      <ResidualAxes
        layout={layout}
        depth={end}
        tolerance={tolerance}
        quiet={quietStretches(record.recipe, end)}
        owner={trajectoryNumber(selected)}
      />
      <ToleranceNote layout={layout} tolerance={tolerance} />
    </svg>
  );
  const map = projection && (
    <svg aria-hidden="true" width={FILM.map.width} height={FILM.map.height}>
      <MapGround size={FILM.map} projection={projection} axes={axes} basis={record.basis} />
    </svg>
  );
  return {
    record,
    grid: board.grid,
    givens: record.problem.input,
    palette: readPalette(),
    axes,
    projection,
    layout,
    columns,
    backdrops: {
      chart: await backdropOf(chart, FILM.chart, "residual-chart", faces),
      map: map && (await backdropOf(map, FILM.map, "map-surface", faces)),
    },
    paths: createPaths(),
    foot: [
      ...recipeLines(record.recipe)
        .reverse()
        .map((line, i) => (i === 0 ? say`${line} · computed on ${device}` : line)),
    ],
  };
}
