import type { App } from "./app";
import { type Command, commandOf, contextOf } from "./keyboard";

/**
 * Joins what happens to the whole page to the actions: keys and pasting. Where the puzzle is not `editable`, nothing here
 * changes it; a page that is not `presentable` is part of another.
 */
export function listenToPage(app: App, { editable = true, presentable = true } = {}): void {
  const commands: Readonly<Record<Command, () => unknown>> = {
    playPause: app.play.playPause,
    stepBack: () => app.play.step(-1),
    stepForward: () => app.play.step(1),
    previous: () => app.play.selectBeside(-1),
    next: () => app.play.selectBeside(1),
    live: app.play.live,
    help: () => app.page.setState({ dialog: "help" }),
    undo: editable ? app.edit.undo : () => {},
    redo: editable ? app.edit.redo : () => {},
    present: () => presentable && app.page.setState(({ presenting }) => ({ presenting: !presenting })),
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
      void app.edit.read(text);
    });

  document.addEventListener("visibilitychange", () => app.loop.hide(document.hidden));
}
