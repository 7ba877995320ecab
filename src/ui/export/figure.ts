import { recipeLines } from "../../model/export/recipeText";
import { readPalette } from "../../viz/draw/palette";
import { plainColor } from "../../viz/figure/colors";
import { copyPanel } from "../../viz/figure/copyPanel";
import { embeddedFaces } from "../../viz/figure/fonts";
import { type Legend, makeSheet, type Sheet } from "../../viz/figure/sheet";
import { trajectoryNumber } from "../../viz/format";
import { say } from "../../words/say";
import type { ShareActions } from "../actions/share";
import { plainText } from "../run/piece";
import { verdictNow } from "../run/verdictNow";
import type { PageStore } from "../store/page";
import { backendOf, type RunStore } from "../store/run";
import { type FigurePanel, FURNITURE } from "./panels";

interface FigureDeps {
  readonly page: PageStore;
  readonly run: RunStore;
  readonly share: ShareActions;
}

/** A panel as it is on the page now, with what it shows and what made it. Null while there is nothing to show. */
export async function drawFigure(app: FigureDeps, panel: FigurePanel): Promise<Sheet | null> {
  const root = document.querySelector(panel.selector);
  const { record } = app.run.getState();
  if (!root || !record) return null;
  let count = 0;
  const copy = copyPanel(root, () => `f${++count}`, FURNITURE);
  if (!copy) return null;
  const { font, ...colors } = styleOf(root);
  const context = document.createElement("canvas").getContext("2d");
  const measure = (text: string, face: string): number => {
    if (!context) return text.length * 7;
    context.font = face;
    return context.measureText(text).width;
  };
  return makeSheet(copy, legendOf(app, panel, root), { ...colors, font, faces: await embeddedFaces() }, measure);
}

/**
 * A view may say more: an element with data-caption says what it shows, data-recipe what made it. What a view measured by
 * itself is not of the run on the page, so where it says what made it, that takes the place of the run's recipe.
 */
function legendOf(app: FigureDeps, { title }: FigurePanel, root: Element): Legend {
  const { record, views, playback, selected, worker } = app.run.getState();
  // A view of two measurements says two things, of one run as a rule.
  const said = [...root.querySelectorAll("[data-caption]")]
    .map((element) => element.textContent.trim())
    .filter((text) => text !== "")
    .join(" ");
  const lines = [...root.querySelectorAll("[data-recipe]")].flatMap(
    (element) => element.getAttribute("data-recipe")?.split("\n") ?? [],
  );
  const own = [...new Set(lines)];
  const device = say`computed on ${backendOf(worker)?.device ?? say`an unknown device`}`;
  const where = say`iteration k = ${playback.cursor} · trajectory ${trajectoryNumber(selected)} selected · ${device}`;
  const recipe = record?.recipe ?? null;
  return {
    title,
    caption: said || plainText(verdictNow({ record, views, selected, cursor: playback.cursor })).trim(),
    recipe: own.length > 0 ? [...own, device] : [...(recipe ? recipeLines(recipe) : []), where],
    data: {
      format: "settle-figure",
      panel: title,
      recipe: own.length > 0 ? own : recipe,
      k: playback.cursor,
      selected,
      link: app.share.link(),
    },
  };
}

function styleOf(root: Element) {
  const palette = readPalette();
  const plain = (name: `--${string}`) => plainColor(palette(name)).color;
  return {
    ground: plain("--surface"),
    ink: plain("--ink"),
    muted: plain("--muted"),
    line: plain("--line"),
    font: getComputedStyle(root).fontFamily,
  };
}
