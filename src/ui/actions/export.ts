import type { RunRecord } from "../../model/eqr/record";
import { runCsv } from "../../model/export/csv";
import { runJson } from "../../model/export/json";
import { npyHeader } from "../../model/export/npy";
import { recipeId } from "../../model/export/recipeText";
import { rasterise } from "../../viz/figure/raster";
import { drawFigure } from "../export/figure";
import { type FigurePanel, figurePanels } from "../export/panels";
import { saveFile } from "../export/save";
import { collectStates } from "../export/states";
import type { Conductor, ModelPort } from "../run/conductor";
import type { PageStore } from "../store/page";
import { backendOf, cardOf, type RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { ShareActions } from "./share";

export interface ExportParts {
  readonly port: ModelPort;
  readonly conductor: Pick<Conductor, "run">;
  readonly run: RunStore;
  readonly page: PageStore;
  readonly settings: SettingsStore;
  readonly share: ShareActions;
}

/** How a long export tells how far it is, and hears that it is not wanted any more. */
export interface Progress {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** The iterations whose states are exported: 0, every, 2 every, ... of so many frames. */
export function statesKept(frames: number, every: number): number[] {
  return Array.from({ length: Math.ceil(frames / every) }, (_, i) => i * every);
}

/** Pixels of a PNG for each of the page's. */
const PNG_SCALE = 2;

/** Everything that can be taken away from a run as a file. Each throws an Error in words when it cannot be made. */
export function createExportActions(parts: ExportParts) {
  const { run, share, settings } = parts;

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
    /** Every `every`-th state of the selected trajectory as one array [n, 9, 9, 9, d]. */
    async states(every: number, progress: Progress): Promise<void> {
      const record = current();
      const { selected: trajectory, engine } = run.getState();
      const d = cardOf(engine)?.config.d ?? 0;
      const ks = statesKept(record.frames.length, every);
      const states = await collectStates(parts, trajectory, ks, progress);
      const name = nameOf(`states-t${trajectory + 1}-every${every}`, "npy");
      saveFile(name, new Blob([npyHeader([ks.length, 9, 9, 9, d]), ...states]));
    },
    async film(progress: Progress): Promise<void> {
      const record = current();
      const { selected, engine } = run.getState();
      const { axes } = settings.getState();
      const device = backendOf(engine)?.device ?? "an unknown device";
      // Loaded only when a film is made: the encoder is as large as the rest of the page.
      const { makeFilm } = await import("../film/makeFilm");
      const link = share.link(0) ?? "";
      const { blob, extension } = await makeFilm({ record, selected, axes, device, link }, progress);
      saveFile(nameOf("film", extension), blob);
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
