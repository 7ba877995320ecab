import type { RunRecord } from "../../model/eqr/record";
import { runCsv } from "../../model/export/csv";
import { runJson } from "../../model/export/json";
import { recipeId } from "../../model/export/recipeText";
import { rasterise } from "../../viz/figure/raster";
import { drawFigure } from "../export/figure";
import { type FigurePanel, figurePanels } from "../export/panels";
import { saveFile } from "../export/save";
import type { PageStore } from "../store/page";
import { backendOf, cardOf, type RunStore } from "../store/run";
import type { ShareActions } from "./share";

export interface ExportParts {
  readonly run: RunStore;
  readonly page: PageStore;
  readonly share: ShareActions;
}

/** Pixels of a PNG for each of the page's. */
const PNG_SCALE = 2;

/** Everything that can be taken away from a run as a file. Each throws an Error in words when it cannot be made. */
export function createExportActions(parts: ExportParts) {
  const { run, share } = parts;

  const current = (): RunRecord => {
    const { record } = run.getState();
    if (!record) throw new Error("There is no run yet: the network is still loading.");
    return record;
  };
  const nameOf = (what: string, extension: string): string =>
    `settle-${recipeId(current().recipe)}-${what}.${extension}`;
  const figure = async (panel: FigurePanel) => {
    const sheet = await drawFigure(parts, panel);
    if (!sheet) throw new Error(`There is nothing to be seen in "${panel.title}" yet.`);
    return sheet;
  };
  const at = (): string => `k${run.getState().playback.cursor}`;

  return {
    panels: () => figurePanels(parts),
    figure,
    async svg(panel: FigurePanel): Promise<void> {
      const { svg } = await figure(panel);
      saveFile(nameOf(`${panel.name}-${at()}`, "svg"), new Blob([svg], { type: "image/svg+xml" }));
    },
    async png(panel: FigurePanel): Promise<void> {
      saveFile(nameOf(`${panel.name}-${at()}`, "png"), await rasterise(await figure(panel), PNG_SCALE));
    },
    csv(): void {
      saveFile(nameOf("run", "csv"), new Blob([runCsv(current())], { type: "text/csv" }));
    },
    json(): void {
      const record = current();
      const { engine } = run.getState();
      const [card, backend, link] = [cardOf(engine), backendOf(engine), share.link()];
      if (!card || !backend || link === null) throw new Error("The network is not loaded. Reload the page.");
      const text = runJson(record, { card, backend, link, made: new Date() });
      saveFile(nameOf("run", "json"), new Blob([text], { type: "application/json" }));
    },
  };
}
