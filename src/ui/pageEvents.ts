import type { App } from "./app";
import { type Command, commandOf, contextOf } from "./keyboard";

/**
 * Joins what happens to the whole page to the actions: keys, pasting, and a link put into the address bar. Where the
 * puzzle is not `editable`, nothing here changes it but a link.
 */
export function listenToPage(app: App, editable = true): void {
  const commands: Readonly<Record<Command, () => void>> = {
    playPause: app.play.playPause,
    stepBack: () => app.play.step(-1),
    stepForward: () => app.play.step(1),
    previous: () => app.play.selectBeside(-1),
    next: () => app.play.selectBeside(1),
    live: app.play.live,
    help: () => app.page.setState({ dialog: "help" }),
    undo: editable ? app.edit.undo : () => {},
    redo: editable ? app.edit.redo : () => {},
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || app.page.getState().dialog !== null) return;
    const command = commandOf(event, contextOf(event.target));
    if (!command) return;
    event.preventDefault();
    commands[command]();
  });

  if (editable)
    document.addEventListener("paste", (event) => {
      if (contextOf(event.target) === "text") return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text === "") return;
      event.preventDefault();
      app.edit.read(text);
    });

  document.addEventListener("visibilitychange", () => app.loop.hide(document.hidden));

  const openHash = (): void => {
    if (!app.share.open(location.hash)) return;
    // The link has done its work: the address bar stays short, and a reload keeps what was done since.
    history.replaceState(null, "", location.pathname + location.search);
  };
  window.addEventListener("hashchange", openHash);
  openHash();
}
