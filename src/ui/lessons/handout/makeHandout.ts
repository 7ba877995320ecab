import { longDate } from "../../../words/longDate";
import { say } from "../../../words/say";
import type { App } from "../../app";
import { readLink } from "../../link/read";
import { createSetupLinks } from "../../link/setups";
import { plainText } from "../../run/piece";
import { verdictNow } from "../../run/verdictNow";
import { backendOf, cardOf } from "../../store/run";
import { viewNamed } from "../../views";
import { createLessonActions } from "../actions";
import type { Course, Place, Step } from "../course";
import { measuresOf } from "../measures";
import { brokenClaims, isDone } from "../progress";
import { type Conducting, conduct } from "./conduct";
import type { Handout, HandoutStep, Picture, StepRun } from "./handout";
import { keepPage } from "./keepPage";
import { stillness } from "./stillness";
import { svgOf } from "./svg";

export interface Making extends Omit<Conducting, "onProgress"> {
  /** What the pictures are drawn in. */
  readonly studio: Element;
  /** Steps that are done, the iteration of the one that runs and the last it may need. */
  readonly onProgress: (done: number, k: number, last: number) => void;
}

/**
 * Runs every step of a course on the page and draws what it shows. A step that fails, or takes longer than its time, says so;
 * the others go on. Rejects only where it is cancelled. What was on the page is there again afterwards.
 */
export async function makeHandout(app: App, course: Course, making: Making): Promise<Handout> {
  const restore = keepPage(app);
  const { theme } = app.settings.getState();
  const light = () => app.settings.setState({ theme: "light" });
  const unlight = () => app.settings.setState({ theme });
  // Paper is white. A page that is closed on the way keeps its own theme.
  addEventListener("pagehide", unlight);
  light();
  try {
    const steps: HandoutStep[] = [];
    for (const [i, step] of course.steps.entries())
      steps.push({ step, address: addressOf(step), run: await runOf(app, step, i, making) });
    return { course, steps, made: madeHere(app) };
  } finally {
    removeEventListener("pagehide", unlight);
    restore();
  }
}

async function runOf(app: App, step: Step, index: number, making: Making): Promise<StepRun> {
  const { studio, signal, patience, onProgress } = making;
  const { reads } = createSetupLinks((view) => viewNamed(view).setup, app.setups);
  onProgress(index, 0, 0);
  try {
    const read = readLink(step.link, reads);
    if (read.kind !== "run") throw new Error(say`The link of this step is broken.`);
    const { group } = viewNamed(read.run.view);
    const ofRun = group === "run" || group === "puzzle";
    const before: Picture[] = [];
    const draw = async (kinds: readonly Picture["kind"][], name: string): Promise<Picture[]> => {
      await stillness(app, studio, signal);
      // What would take too long to be measured by itself is shown as it was shipped.
      if (app.page.getState().arrival?.begun.length === 0) {
        app.page.setState({ arrival: null });
        await stillness(app, studio, signal);
      }
      signal.throwIfAborted();
      return kinds.flatMap((kind) => pictureOf(app, studio, kind, `${name}${index}${kind}`) ?? []);
    };
    const { scene, stopped } = await conduct(
      app,
      createLessonActions(app),
      step,
      async () => void before.push(...(ofRun ? await draw(["board"], "b") : [])),
      { patience, signal, onProgress: (k, last) => onProgress(index, k, last) },
    );
    const after = await draw(kindsFor(step.look, ofRun), "a");
    const { record } = scene;
    return {
      ...{ kind: "run", stopped, before, after },
      found: measuresOf(record),
      ...{ breadth: record.recipe.breadth, ofRun },
      reached: reachedIn(step, scene, stopped),
      broken: stopped === null ? brokenClaims(step, record) : [],
    };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

function reachedIn({ question }: Step, scene: Parameters<typeof isDone>[1], stopped: string | null): boolean | null {
  if (question?.kind !== "whether") return null;
  const reached = isDone(question.state, scene);
  return reached || stopped === null ? reached : null;
}

/** The view, and what else the step asks to look at. */
function kindsFor(look: readonly Place[], ofRun: boolean): Picture["kind"][] {
  const board = ofRun && look.includes("board") ? (["board"] as const) : [];
  const chart = ofRun && look.includes("residuals") ? (["chart"] as const) : [];
  return [...board, "view", ...chart];
}

function pictureOf(app: App, studio: Element, kind: Picture["kind"], prefix: string): Picture | null {
  const root = studio.querySelector(`[data-picture=${kind}]`);
  const svg = root && svgOf(root, prefix);
  if (!root || !svg) return null;
  const { record, views, selected, playback } = app.run.getState();
  const k = playback.cursor;
  const said = [...root.querySelectorAll("[data-caption]")].map(captionOf).filter(Boolean).join(" ");
  const verdict = plainText(verdictNow({ record, views, selected, cursor: k })).trim();
  const captions = {
    board: k === 0 ? say`The start. Bold: given. Blue: a first guess.` : say`The board at iteration ${k}.`,
    view: said || verdict,
    chart: say`The residuals up to iteration ${k}.`,
  };
  return { kind, svg, caption: captions[kind] };
}

/** What an element says, without its hints for the pointer. */
function captionOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hint of copy.querySelectorAll(".fine")) hint.remove();
  return copy.textContent.replaceAll(/\s+/g, " ").trim();
}

function addressOf({ link }: Step): string {
  return location.origin + location.pathname + link;
}

function madeHere({ run }: App): string {
  const { worker } = run.getState();
  const device = backendOf(worker)?.device ?? say`this device`;
  const model = cardOf(worker)?.title ?? say`the network`;
  return say`Runs, pictures and answers were computed by Settle with ${model} on ${device} on ${longDate(new Date())}.`;
}
