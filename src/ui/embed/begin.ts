import type { App } from "../app";
import { notify } from "../store/notices";
import { announce, type EmbedMessage } from "./announce";
import type { EmbedOptions } from "./options";

/** Sets the page up as a frame of another: its theme, what it tells the other page, and whether it starts by itself. */
export function beginEmbed(app: App, { theme, play }: EmbedOptions, problems: readonly string[]): void {
  app.settings.setState({ theme });
  if (problems.length > 0) notify(app.notices, { topic: "embed", tone: "warning", text: problems.join(" ") });
  // To any origin: whoever embeds the page chose the run, and the messages tell nothing else.
  const post = (message: EmbedMessage): void => window.parent.postMessage(message, "*");
  if (window.parent !== window) announce(app.run, post);
  if (!play) return;
  const stop = app.run.subscribe(({ record }) => {
    if (!record) return;
    stop();
    app.play.playPause();
  });
}
