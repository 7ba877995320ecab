import { nudgeCycles } from "../../model/eqr/nudges/nudgeRecord";
import { beliefKey, suppositionsAt } from "../../model/eqr/record/record";
import { taskNamed } from "../../model/tasks";
import { drawPicture, type Moment } from "../../viz/film/drawPicture";
import { FILM } from "../../viz/film/layout";
import { fromModel, say } from "../../words/say";
import type { ExportProgress } from "../export/progress";
import { plainText } from "../run/piece";
import { trajectoryViewsAt } from "../run/trajectoryViews";
import { verdictNow } from "../run/verdictNow";
import { tagsOf } from "../store/letters";
import type { RunState } from "../store/run";
import type { TaskBoard } from "../tasks/view";
import type { EncodedFilm } from "./attempt";
import { encodeFilm } from "./encode";
import { makeFilmSet } from "./makeSet";
import { filmPlan, HOLD, RATE } from "./plan";

export interface FilmSubject extends Pick<RunState, "selected" | "letters"> {
  readonly record: NonNullable<RunState["record"]>;
  readonly axes: readonly [number, number];
  readonly device: string;
  readonly link: string;
  readonly board: TaskBoard;
}

/**
 * The run as a film, drawn from its record: what is on the page meanwhile does not matter. `missing`: pictures at its end
 * that the browser's encoder did not give.
 */
export async function makeFilm(
  { record, letters, selected, axes, device, link, board }: FilmSubject,
  progress: ExportProgress,
): Promise<EncodedFilm & { readonly missing: number }> {
  const set = await makeFilmSet(record, axes, selected, device, board);
  const { ks } = filmPlan(record.frames.length);
  const canvas = document.createElement("canvas");
  canvas.width = FILM.width;
  canvas.height = FILM.height;
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error(say`This browser has no canvas to draw a film on.`);
  const draw = (picture: number): void => {
    const k = ks[Math.min(picture, ks.length - 1)] ?? 0;
    drawPicture(context, set, momentAt({ record, letters, selected }, k));
  };
  const title = say`Settle: ${record.recipe.breadth} starts on one ${fromModel(taskNamed(record.problem.task).title)}`;
  const pictures = ks.length + HOLD;
  const film = await encodeFilm({ canvas, pictures, draw, rate: RATE, title, comment: link }, progress);
  return { ...film, missing: pictures - film.pictures };
}

/** What a film shows at iteration k: what the page shows there, letters and candidates too. */
export function momentAt(
  { record, letters, selected }: Pick<FilmSubject, "record" | "letters" | "selected">,
  k: number,
): Moment {
  const views = trajectoryViewsAt(record, k, tagsOf(letters, record.recipe));
  return {
    k,
    views,
    selected,
    sentence: plainText(verdictNow({ record, views, selected, cursor: k })),
    cycles: nudgeCycles(record, selected, k),
    hypotheses: suppositionsAt(record, selected, k),
    softmax: record.beliefs.get(beliefKey(selected, k)) ?? null,
  };
}
