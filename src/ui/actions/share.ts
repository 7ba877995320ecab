import { namesOf } from "../../model/analysis/gridTags";
import { FIELD_NAMES, same } from "../../model/eqr/recipe/recipe";
import {
  compareFingerprints,
  decodeFingerprint,
  encodeFingerprint,
  fingerprintAt,
} from "../../model/eqr/record/fingerprint";
import type { RunRecord } from "../../model/eqr/record/record";
import { problemOf } from "../../model/tasks";
import { fromModel, say } from "../../words/say";
import { type Caption, NO_CAPTION, tidyCaption } from "../link/caption";
import { describeDifferences } from "../link/difference";
import { readLink } from "../link/read";
import { createSetupLinks, type SetupOf } from "../link/setups";
import type { ReadLink, SharedRun } from "../link/sharedRun";
import { writeLink } from "../link/write";
import type { RunStarter } from "../run/runStarter";
import { tagsOf, withNames } from "../store/letters";
import { closeTopic, notify } from "../store/notices";
import { samePuzzle } from "../store/puzzle";
import type { Stores } from "../store/stores";

export interface ShareDeps extends Stores {
  readonly setupOf: SetupOf;
  readonly starter: RunStarter;
  /** Whether what the view shows was measured beforehand. */
  readonly showsShipped: () => boolean;
}

/** What of a run a link carries besides its cause; by default what is on the page. */
export interface Sharing {
  /** The iteration that it shows. */
  readonly at?: number;
  /** Whether a person's own digits go along. */
  readonly withOwn?: boolean;
  readonly caption?: Caption;
}

export type ShareActions = ReturnType<typeof createShareActions>;

/** What the view of a link may take in all to measure by itself, in seconds. */
const ARRIVAL_SECONDS = 10;

/** Links to one run, there and back. */
export function createShareActions(deps: ShareDeps) {
  const { puzzle, game, settings, start, run, page, notices, starter, showsShipped } = deps;
  const setups = createSetupLinks(deps.setupOf, deps.setups);
  // What was said is about the run of its puzzle.
  puzzle.subscribe((now, before) => {
    if (!samePuzzle(now, before)) page.setState({ caption: NO_CAPTION, zoom: null, arrival: null });
  });
  return {
    seen,
    address,
    /** The address that opens this run as it is seen here; null while there is no run. */
    link(sharing: Sharing = {}): string | null {
      const shared = seen(sharing);
      return shared && address(shared);
    },

    /** The hash that brings this page back to where it is; null while there is no run, or its settings have been changed since. */
    place(): string | null {
      const { record, playback } = run.getState();
      if (!record) return null;
      const { fields } = settings.getState();
      const isCurrent = FIELD_NAMES.every((field) => fields[field] === record.recipe[field]);
      if (!isCurrent) return null;
      const { window, ...shown } = shownOf(record, playback.cursor);
      // A run that goes on fits its own axes.
      return writeLink(playback.playing || !window ? shown : { ...shown, window });
    },

    /**
     * Opens the link in a hash, with the model that it names or without. What was on the board can be brought back by undo.
     * `arrives`: as a link that somebody sent, whose view measures by itself what takes little time.
     */
    open(hash: string, { withModel = true, arrives = false } = {}): ReadLink["kind"] {
      const read = readLink(hash, setups.reads);
      if (read.kind === "none") return "none";
      if (read.kind === "broken") {
        notify(notices, { topic: "link", tone: "warning", text: read.message });
        return "broken";
      }
      const { recipe, outcome } = read.run;
      put(read.run);
      const { view, shipped } = read.run;
      if (arrives && !shipped) page.setState({ arrival: { view, seconds: ARRIVAL_SECONDS, begun: [] } });
      if (read.notes)
        notify(notices, {
          topic: "link-notes",
          tone: "warning",
          text: say`A part of the link is damaged: ${read.notes.join(" ")} The run itself is the shared one.`,
          seconds: 30,
        });
      starter.show(withModel ? read.run : { ...read.run, recipe: { ...recipe, model: "" } });
      if (outcome !== null) compareWhenThere(read.run, outcome);
      return "run";
    },

    /**
     * Opens a file that a run was saved in; false where it holds none. One that cannot be restored is refused in words, and
     * the page stays as it is.
     */
    async openFile(file: Blob): Promise<boolean> {
      const { isRunJson, MOST_BYTES, readRunJson } = await import("../../model/export/readJson");
      if (!isRunJson(await file.slice(0, 200).text())) return false;
      try {
        const [has, most] = [file.size, MOST_BYTES].map((bytes) => Math.round(bytes / 2 ** 20));
        if (file.size > MOST_BYTES) throw new Error(say`The file has ${has ?? 0} MB; at most ${most ?? 0} are read.`);
        const { record, sha256, link } = readRunJson(await file.text());
        const shared = sharedIn(link, record);
        put(shared);
        starter.restore(shared, record, sha256);
      } catch (error) {
        const why = fromModel(error instanceof Error ? error.message : String(error));
        notify(notices, { topic: "link", tone: "warning", text: say`${why} Your board is unchanged.` });
      }
      return true;
    },
  };

  /** How a run out of a file is shown: as its link says, if that is a link to it; else at its end. */
  function sharedIn(link: string, { recipe, frames }: RunRecord): SharedRun {
    const read = readLink(/#.*$/s.exec(link)?.[0] ?? "", setups.reads);
    const end = frames.length - 1;
    if (read.kind === "run" && same(read.run.recipe, recipe, "run") && read.run.cursor <= end) return read.run;
    const plain = { selected: null, rule: "residual", axes: [0, 1], setup: null, outcome: null } as const;
    return { ...plain, recipe, cursor: end, view: page.getState().view };
  }

  /** Puts what is shared on the page, but for the run itself. */
  function put({
    recipe,
    selected,
    rule,
    axes,
    view,
    setup,
    own,
    zoom,
    letters,
    hidden,
    caption = NO_CAPTION,
  }: SharedRun): void {
    const { task, puzzle: givens, model: _, start: terms = [], ...fields } = recipe;
    for (const topic of ["link", "link-notes"]) closeTopic(notices, topic);
    const changes = !samePuzzle(puzzle.getState(), recipe);
    // The sender's settings are not lent by the puzzle that was here.
    settings.setState({ fields, rule, axes, ...(changes && { beforePreset: null }) });
    if (setup !== null) setups.put(view, setup, problemOf(recipe).grid);
    run.setState({ selected: selected ?? 0, followBest: selected === null });
    if (changes || own !== undefined)
      puzzle.setState({
        ...{ task, puzzle: givens, source: caption.title || say`from a link`, own },
        ...(changes && { preset: undefined }),
      });
    // A step that is opened in a presentation does not end it.
    page.setState({ view, caption, zoom: zoom ?? null, arrival: null, ...(hidden && { presenting: true, hidden }) });
    if (letters) run.setState((before) => ({ letters: withNames(before.letters, recipe, letters) }));
    // The page's story comes first, but where a sender's digits are to be seen.
    game.setState({ mode: own === undefined ? "watch" : "play" });
    start.setState({ terms, where: terms.length > 0 ? say`in a link` : "" });
  }

  /** The run as it is seen here, with its outcome; null while there is none. */
  function seen({ at, ...sharing }: Sharing = {}): SharedRun | null {
    const { record, playback } = run.getState();
    if (!record) return null;
    const cursor = at ?? playback.cursor;
    return { ...shownOf(record, cursor, sharing), outcome: encodeFingerprint(fingerprintAt(record, cursor)) };
  }

  /** The address that opens a run in this page. */
  function address(shared: SharedRun): string {
    return new URL(writeLink(shared), location.origin + location.pathname).href;
  }

  /** The run as it is seen here, but for its outcome. */
  function shownOf(record: RunRecord, cursor: number, { withOwn = false, caption }: Sharing = {}): SharedRun {
    const { selected, followBest } = run.getState();
    const { rule, axes } = settings.getState();
    const { view, zoom, presenting, hidden, caption: received } = page.getState();
    const { own, ...board } = puzzle.getState();
    const isOnBoard = samePuzzle(board, record.recipe);
    const reached = record.frames.length - 1;
    const said = tidyCaption(caption ?? received);
    const letters = namesOf(tagsOf(run.getState().letters, record.recipe));
    return {
      recipe: record.recipe,
      cursor,
      selected: followBest ? null : selected,
      rule,
      view,
      axes,
      setup: setups.write(view),
      outcome: null,
      ...(withOwn && isOnBoard && own !== undefined && { own }),
      ...(reached > cursor && { reached }),
      ...(record.basis && { window: record.basis.window }),
      ...(zoom && { zoom }),
      ...(letters.length > 1 && { letters }),
      ...(showsShipped() && { shipped: true }),
      ...(presenting && { hidden }),
      ...((said.title || said.sentence) && { caption: said }),
    };
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
