import { readFile } from "node:fs/promises";
import { rankAt } from "../../src/model/eqr/recipe/selection";
import type { RunRecord } from "../../src/model/eqr/record/record";
import { trajectoryViewsAt } from "../../src/ui/run/trajectoryViews";
import { SUDOKU_BOARD } from "../../src/ui/tasks/sudoku/board";
import { fontOf } from "../../src/viz/draw/font";
import type { Palette } from "../../src/viz/draw/palette";
import { createSvgBrush } from "../../src/viz/figure/svgBrush";
import { drawFilmBoard } from "../../src/viz/film/drawFilmBoard";
import { boundsFor, frameBox } from "../../src/viz/map/bounds";
import { drawMap } from "../../src/viz/map/draw";
import { createPaths, fillPaths } from "../../src/viz/map/paths";
import { fitProjection } from "../../src/viz/map/projection";
import { NO_ZOOM } from "../../src/viz/map/window";

const WIDTH = 1200;
const HEIGHT = 630;
const BOARD = { left: 48, top: 134, side: 432 };
const MAP = { left: 520, top: 118, width: 640, height: 464 };
const AXES = [0, 1] as const;

/** Board and map of a run at its end, beside the page's name, as SVG. */
export async function drawShared(record: RunRecord): Promise<string> {
  const palette = await lightPalette();
  let ids = 0;
  const { brush, markup } = createSvgBrush(() => `c${ids++}`);
  const k = record.frames.length - 1;
  const selected = rankAt(record, k, "residual")[0] ?? 0;
  brush.fillStyle = palette("--paper");
  brush.fillRect(0, 0, WIDTH, HEIGHT);
  brush.fillStyle = palette("--ink");
  brush.font = fontOf(750, 46);
  brush.fillText("Settle", BOARD.left, 82);
  brush.fillStyle = palette("--muted");
  brush.font = fontOf(400, 27);
  brush.fillText("watch a network find its fixed point", BOARD.left + 164, 81);
  const { grid, input } = record.problem;
  const cells = grid.rows * grid.columns;
  const own = (all: Uint8Array = new Uint8Array()) => all.subarray(selected * cells, (selected + 1) * cells);
  const frame = record.frames[k];
  brush.save();
  brush.translate(BOARD.left, BOARD.top);
  drawFilmBoard(
    brush,
    {
      grid: SUDOKU_BOARD.grid,
      givens: input,
      digits: own(frame?.digits),
      confidence: own(frame?.confidence),
      hypotheses: null,
      softmax: null,
    },
    BOARD.side,
    palette,
  );
  brush.restore();
  // A clip is taken as it is drawn, without the translation: the map is drawn by a brush of its own and moved as a whole.
  const map = createSvgBrush(() => `c${ids++}`);
  const box = frameBox(null, boundsFor(null, record, AXES));
  if (!box) throw new Error("The run has no map: its axes could not be fitted.");
  const projection = fitProjection(box, MAP, NO_ZOOM);
  const paths = createPaths();
  fillPaths(paths, record, AXES, k, projection);
  const views = trajectoryViewsAt(record, k);
  drawMap(map.brush, paths, {
    ...{ size: MAP, record, views, axes: AXES, projection, selected, hovered: null, cursor: k, cycles: [], palette },
  });
  const moved = `<g transform="translate(${MAP.left} ${MAP.top})">${map.markup()}</g>`;
  brush.fillStyle = palette("--muted");
  brush.font = fontOf(400, 17);
  const starts = `${record.recipe.breadth} random starts, ${k} iterations each, on two principal axes of the latent state`;
  brush.textAlign = "right";
  brush.fillText(starts, MAP.left + MAP.width - 8, 606);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${markup()}${moved}</svg>`;
}

/** The colours of the page's light theme, as its style sheet has them. */
async function lightPalette(): Promise<Palette> {
  const css = await readFile(new URL("../../src/viz/theme.css", import.meta.url), "utf8");
  const light = new Map(
    [...css.matchAll(/(--[\w-]+):\s*light-dark\((#\w+),/g)].map(([, name = "", color = ""]) => [name, color]),
  );
  for (const [, name = "", of = ""] of css.matchAll(/(--[\w-]+):\s*var\((--[\w-]+)\);/g)) {
    const color = light.get(of);
    if (color) light.set(name, color);
  }
  return (variable) => light.get(variable) ?? "#888888";
}
