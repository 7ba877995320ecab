import type { RunRecord } from "../../model/eqr/record/record";
import { runCsv } from "../../model/export/csv";
import { runJson } from "../../model/export/json";
import { npyHeader } from "../../model/export/npy";
import { recipeId } from "../../model/export/recipeText";
import { say } from "../../words/say";
import { type FigurePanel, figurePanels } from "../export/panels";
import type { ExportProgress } from "../export/progress";
import { saveFile } from "../export/save";
import { collectStates, statesKept } from "../export/states";
import type { ModelClient, PlaybackLoop } from "../run/playbackLoop";
import { tagsOf } from "../store/letters";
import type { PageStore } from "../store/page";
import { backendOf, cardOf, type RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { TaskViewNamed } from "../tasks/view";
import type { ShareActions } from "./share";

export interface ExportDeps {
  readonly client: ModelClient;
  readonly loop: Pick<PlaybackLoop, "run">;
  readonly run: RunStore;
  readonly page: PageStore;
  readonly settings: SettingsStore;
  readonly share: ShareActions;
  readonly taskView: TaskViewNamed;
}

/** Pixels of a PNG for each of the page's. */
const PNG_SCALE = 2;

export type ExportActions = ReturnType<typeof createExportActions>;

/** Everything that can be taken away from a run as a file. Each throws an Error that says why it cannot be made. */
export function createExportActions(deps: ExportDeps) {
  const { run, share, settings } = deps;

  const current = (): RunRecord => {
    const { record } = run.getState();
    if (!record) throw new Error(say`There is no run yet: the network is still loading.`);
    return record;
  };
  const tags = () => tagsOf(run.getState().letters, current().recipe);
  const nameOf = (what: string, extension: string): string =>
    `settle-${recipeId(current().recipe)}-${what}.${extension}`;
  const figure = async (panel: FigurePanel) => {
    const { drawFigure } = await import("../export/figure");
    const sheet = await drawFigure(deps, panel);
    if (!sheet) throw new Error(say`There is nothing to be seen in "${panel.title}" yet.`);
    return sheet;
  };
  const at = (): string => `k${run.getState().playback.cursor}`;

  return {
    panels: () => figurePanels(deps),
    figure,
    async svg(panel: FigurePanel): Promise<void> {
      const { svg } = await figure(panel);
      saveFile(nameOf(`${panel.name}-${at()}`, "svg"), new Blob([svg], { type: "image/svg+xml" }));
    },
    async png(panel: FigurePanel): Promise<void> {
      const { rasterise } = await import("../../viz/figure/raster");
      saveFile(nameOf(`${panel.name}-${at()}`, "png"), await rasterise(await figure(panel), PNG_SCALE));
    },
    /** Every `every`-th state of the selected trajectory as one array [n, rows, columns, values, d]. */
    async states(every: number, progress: ExportProgress): Promise<void> {
      const record = current();
      const { selected: trajectory, worker } = run.getState();
      const d = cardOf(worker)?.config.d ?? 0;
      const { rows, columns, values } = record.problem.grid;
      const ks = statesKept(record.frames.length, every);
      const states = await collectStates(deps, trajectory, ks, progress);
      const name = nameOf(`states-t${trajectory + 1}-every${every}`, "npy");
      saveFile(name, new Blob([npyHeader([ks.length, rows, columns, values, d]), ...states]));
    },
    async film(progress: ExportProgress): Promise<void> {
      const record = current();
      const { selected, letters, worker } = run.getState();
      const { axes } = settings.getState();
      const device = backendOf(worker)?.device ?? say`an unknown device`;
      // Loaded only when a film is made: the encoder is as large as the rest of the page.
      const { makeFilm, collectBeliefs, filmPlan } = await import("../film");
      const link = share.link({ at: 0 }) ?? "";
      const { board } = deps.taskView(record.problem.task);
      await collectBeliefs(deps, record, selected, filmPlan(record.frames.length).ks, progress.signal);
      const { blob, extension, missing } = await makeFilm(
        { record, letters, selected, axes, device, link, board },
        progress,
      );
      saveFile(nameOf("film", extension), blob);
      if (missing > 0)
        throw new Error(
          say`The browser's encoder stopped before the end: the film that was saved lacks the last ${missing} pictures. Close other pages that play or record video and try again.`,
        );
    },
    csv(): void {
      saveFile(nameOf("run", "csv"), new Blob([runCsv(current(), tags())], { type: "text/csv" }));
    },
    json(): void {
      const record = current();
      const { worker } = run.getState();
      const [card, backend, link] = [cardOf(worker), backendOf(worker), share.link()];
      if (!card || !backend || link === null) throw new Error(say`The network is not loaded. Reload the page.`);
      const text = runJson(record, { card, backend, link, made: new Date(), tags: tags() });
      saveFile(nameOf("run", "settle.json"), new Blob([text], { type: "application/json" }));
    },
  };
}
