import { compareFingerprints, decodeFingerprint, encodeFingerprint, fingerprintAt } from "../../model/eqr/fingerprint";
import type { RunRecord } from "../../model/eqr/record";
import { readLink, type SharedRun, writeLink } from "../link/codec";
import { describeDifferences } from "../link/difference";
import type { ViewSetup } from "../link/setup";
import type { Director } from "../run/director";
import { closeTopic, type NoticeStore, notify } from "../store/notices";
import type { PageStore } from "../store/page";
import type { PuzzleStore } from "../store/puzzle";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { StartStore } from "../store/start";
import type { BasinsStore } from "../views/basins/store";
import type { KickStore } from "../views/kick/store";
import type { LandscapeStore } from "../views/landscape/store";

export interface ShareParts {
  readonly puzzle: PuzzleStore;
  readonly settings: SettingsStore;
  readonly start: StartStore;
  readonly run: RunStore;
  readonly page: PageStore;
  readonly notices: NoticeStore;
  readonly basins: BasinsStore;
  readonly kick: KickStore;
  readonly landscape: LandscapeStore;
  readonly director: Director;
}

export type ShareActions = ReturnType<typeof createShareActions>;

/** Links to one run, there and back. */
export function createShareActions(parts: ShareParts) {
  const { puzzle, settings, start, run, page, notices, director } = parts;
  return {
    /** The address that opens this run at an iteration, null while there is none: the present one unless told otherwise. */
    link(at?: number): string | null {
      const { record, playback, selected, followBest } = run.getState();
      if (!record) return null;
      const cursor = at ?? playback.cursor;
      const { rule, axes } = settings.getState();
      const hash = writeLink({
        recipe: record.recipe,
        cursor,
        selected: followBest ? null : selected,
        rule,
        view: page.getState().view,
        axes,
        setup: setupOf(page.getState().view, parts),
        outcome: encodeFingerprint(fingerprintAt(record, cursor)),
      });
      return new URL(hash, location.origin + location.pathname).href;
    },

    /** Opens the link in a hash; false when there is none. What was on the board can be brought back by undo. */
    open(hash: string): boolean {
      const read = readLink(hash);
      if (read.kind === "none") return false;
      if (read.kind === "broken") {
        notify(notices, { topic: "link", tone: "warning", text: read.message });
        return true;
      }
      const { recipe, selected, rule, axes, view, setup } = read.run;
      const { puzzle: givens, model, start: terms = [], ...fields } = recipe;
      closeTopic(notices, "link");
      settings.setState({ fields, model, rule, axes });
      page.setState({ view });
      if (setup) arrange(setup, parts);
      run.setState({ selected: selected ?? 0, followBest: selected === null });
      if (givens !== puzzle.getState().puzzle) puzzle.setState({ puzzle: givens, source: "from a link" });
      start.setState({ terms, where: terms.length > 0 ? "in a link" : "" });
      director.show(read.run);
      if (read.run.outcome !== null) compareWhenThere(read.run, read.run.outcome);
      return true;
    },
  };

  function compareWhenThere(shared: SharedRun, text: string): void {
    const there = decodeFingerprint(text);
    if (there?.k !== shared.cursor || there.grids.length !== shared.recipe.breadth) return;
    const stop = run.subscribe(({ record }) => {
      if (!record || !isRunOf(record, shared) || record.frames.length <= shared.cursor) return;
      stop();
      const differences = compareFingerprints(fingerprintAt(record, shared.cursor), there);
      notify(notices, describeDifferences(differences, shared.recipe.breadth));
    });
    // Someone who changes the puzzle on the way is not interested any more.
    const stopPuzzle = puzzle.subscribe((now) => {
      if (now.puzzle === shared.recipe.puzzle) return;
      stop();
      stopPuzzle();
    });
  }
}

type Setups = Pick<ShareParts, "basins" | "kick" | "landscape">;

/** How the experiment of a view is set up on the page; null for views without one. */
function setupOf(view: string, { basins, kick, landscape }: Setups): ViewSetup | null {
  switch (view) {
    case "basins":
      return { view, ...basins.getState() };
    case "kick": {
      // The link gives the kick that was given last, not the one that would be next.
      const { draw, ...setup } = kick.getState();
      return { view, ...setup, draw: Math.max(0, draw - 1) };
    }
    case "landscape": {
      const { starts, clueShift, ladder } = landscape.getState();
      return { view, starts, clueShift, ladder };
    }
    default:
      return null;
  }
}

function arrange(setup: ViewSetup, { basins, kick, landscape }: Setups): void {
  if (setup.view === "basins") basins.setState(without(setup));
  else if (setup.view === "kick") kick.setState(without(setup));
  else landscape.setState(without(setup));
}

function without<T extends ViewSetup>({ view, ...setup }: T): Omit<T, "view"> {
  return setup;
}

function isRunOf(record: RunRecord, { recipe }: SharedRun): boolean {
  const { puzzle, seed, lambda, sigma, breadth, coolAt, nudges } = record.recipe;
  return (
    puzzle === recipe.puzzle &&
    seed === recipe.seed &&
    lambda === recipe.lambda &&
    sigma === recipe.sigma &&
    breadth === recipe.breadth &&
    coolAt === recipe.coolAt &&
    nudges === recipe.nudges
  );
}
