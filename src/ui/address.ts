import type { App } from "./app";
import { readLink } from "./link/read";
import { createSetupLinks } from "./link/setups";
import { safeStorage, storageKeeps } from "./store/safeStorage";
import { viewNamed } from "./views";

/** Where a tab was when it was left: the run, its cursor, selection and view as a link, and whether it was playing. */
interface Place {
  readonly hash: string;
  readonly playing: boolean;
  /** Whether its model was that of an opened link; else it is chosen anew. */
  readonly linked: boolean;
}

const PLACE = "settle.place";
/** Of the tab alone: a new tab begins with the puzzle, not in the middle of another tab's run. */
const places = safeStorage<Place>(undefined, () => null);

/**
 * Opens the link in the address, now and whenever it changes. It stays there until its run has begun and the tab keeps
 * it; in a frame of another page, whose address is its author's, for good. Without a link the tab goes on where it was.
 */
export function followAddress(app: App, embedded: boolean): void {
  let awaiting = () => {};

  const openHash = (): void => {
    const { hash } = location;
    if (app.share.open(hash, { arrives: true }) !== "run" || embedded) return;
    awaiting();
    const { record: before } = app.run.getState();
    awaiting = app.run.subscribe(({ record }) => {
      if (!record || record === before || record.frames.length === 0) return;
      awaiting();
      if (location.hash === hash && storageKeeps()) history.replaceState(null, "", location.pathname + location.search);
    });
  };

  window.addEventListener("hashchange", openHash);
  if (embedded || /[=%]/.test(location.hash)) openHash();
  else goBack(app);
  if (embedded) return;
  const keep = (): void => {
    const hash = app.share.place();
    if (hash === null) places.removeItem(PLACE);
    else {
      const { playback, model } = app.run.getState();
      places.setItem(PLACE, { state: { hash, playing: playback.playing, linked: model?.reason === "link" } });
    }
  };
  // The last that a page hears before it is reloaded, closed, or put to sleep.
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
}

/** Brings back the place that this tab was at, unless its puzzle has changed since. */
function goBack(app: App): void {
  const place = placeOf(places.getItem(PLACE));
  if (!place) return;
  const { reads } = createSetupLinks((view) => viewNamed(view).setup, app.setups);
  const read = readLink(place.hash, reads);
  if (read.kind !== "run" || read.run.recipe.puzzle !== app.puzzle.getState().puzzle) return;
  // A link opens in Watch; a tab that comes back must not show an answer that was hidden.
  const { mode } = app.game.getState();
  app.share.open(place.hash, { withModel: place.linked });
  app.game.setState({ mode });
  if (!place.playing) return;
  const stop = app.run.subscribe(({ record }) => {
    if (!record || record.frames.length === 0) return;
    stop();
    app.play.playPause();
  });
}

function placeOf(stored: unknown): Place | null {
  const state = (stored as { state?: Partial<Place> } | null)?.state;
  if (typeof state?.hash !== "string") return null;
  return { hash: state.hash, playing: state.playing === true, linked: state.linked === true };
}
