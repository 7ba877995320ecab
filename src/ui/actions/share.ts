import { compareFingerprints, decodeFingerprint, encodeFingerprint, fingerprintAt } from "../../model/eqr/fingerprint";
import { FIELD_NAMES, same } from "../../model/eqr/recipe";
import type { RunRecord } from "../../model/eqr/record";
import { problemOf } from "../../model/tasks";
import { type ReadLink, readLink, type SharedRun, writeLink } from "../link/codec";
import { describeDifferences } from "../link/difference";
import { createSetupLinks, type SetupOf } from "../link/setups";
import type { RunStarter } from "../run/runStarter";
import { closeTopic, notify } from "../store/notices";
import { samePuzzle } from "../store/puzzle";
import type { Stores } from "../store/stores";

export interface ShareDeps extends Stores {
  readonly setupOf: SetupOf;
  readonly starter: RunStarter;
}

export type ShareActions = ReturnType<typeof createShareActions>;

/** Links to one run, there and back. */
export function createShareActions(deps: ShareDeps) {
  const { puzzle, game, settings, start, run, page, notices, starter } = deps;
  const setups = createSetupLinks(deps.setupOf, deps.setups);
  return {
    /**
     * The address that opens this run at an iteration, by default the present one; null while there is no run. `withOwn`
     * sends a person's own digits along.
     */
    link(at?: number, withOwn = false): string | null {
      const { record, playback } = run.getState();
      if (!record) return null;
      const cursor = at ?? playback.cursor;
      const hash = hashOf(record, cursor, encodeFingerprint(fingerprintAt(record, cursor)), withOwn);
      return new URL(hash, location.origin + location.pathname).href;
    },

    /** The hash that brings this page back to where it is; null while there is no run, or its settings have been changed since. */
    place(): string | null {
      const { record, playback } = run.getState();
      if (!record) return null;
      const { fields } = settings.getState();
      const isCurrent = FIELD_NAMES.every((field) => fields[field] === record.recipe[field]);
      return isCurrent ? hashOf(record, playback.cursor, null) : null;
    },

    /** Opens the link in a hash. What was on the board can be brought back by undo. */
    open(hash: string): ReadLink["kind"] {
      const read = readLink(hash, setups.reads);
      if (read.kind === "none") return "none";
      if (read.kind === "broken") {
        notify(notices, { topic: "link", tone: "warning", text: read.message });
        return "broken";
      }
      const { recipe, selected, rule, axes, view, setup, own } = read.run;
      const { task, puzzle: givens, model, start: terms = [], ...fields } = recipe;
      for (const topic of ["link", "link-notes"]) closeTopic(notices, topic);
      if (read.notes)
        notify(notices, {
          topic: "link-notes",
          tone: "warning",
          text: `A part of the link is damaged: ${read.notes.join(" ")} The run itself is the shared one.`,
          seconds: 30,
        });
      settings.setState({ fields, model, rule, axes });
      page.setState({ view });
      if (setup !== null) setups.put(view, setup, problemOf(recipe).grid);
      run.setState({ selected: selected ?? 0, followBest: selected === null });
      if (!samePuzzle(puzzle.getState(), recipe) || own !== undefined)
        puzzle.setState({ task, puzzle: givens, source: "from a link", own });
      // The page's story comes first, but where a sender's digits are to be seen.
      game.setState({ mode: own === undefined ? "watch" : "play" });
      start.setState({ terms, where: terms.length > 0 ? "in a link" : "" });
      starter.show(read.run);
      if (read.run.outcome !== null) compareWhenThere(read.run, read.run.outcome);
      return "run";
    },
  };

  function hashOf({ recipe }: RunRecord, cursor: number, outcome: string | null, withOwn = false): string {
    const { selected, followBest } = run.getState();
    const { rule, axes } = settings.getState();
    const { view } = page.getState();
    const setup = setups.write(view);
    const shared = { recipe, cursor, selected: followBest ? null : selected, rule, view, axes, setup, outcome };
    const { own, ...board } = puzzle.getState();
    return writeLink(withOwn && own !== undefined && samePuzzle(board, recipe) ? { ...shared, own } : shared);
  }

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
      if (samePuzzle(now, shared.recipe)) return;
      stop();
      stopPuzzle();
    });
  }
}

/** Whether a record is of the run that a link shows: only then do the outcomes compare. */
function isRunOf({ recipe }: RunRecord, { recipe: shared }: SharedRun): boolean {
  // A link without a model means the page's own.
  const model = shared.model === "" ? recipe.model : shared.model;
  return recipe.breadth === shared.breadth && same(recipe, { ...shared, model }, "states");
}
