import { say } from "../words/say";
import "../viz/theme.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/low.css";
import "./styles/large.css";
import "./styles/forced.css";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { createClient } from "../model/worker/client";
import { followAddress } from "./address";
import { AppContext } from "./appContext";
import { assemble } from "./assemble";
import { beginEmbed } from "./embed/begin";
import { readEmbed } from "./embed/options";
import { reportFaults } from "./faults";
import { fetchAheadOf } from "./fetchAheadOf";
import { keepForOffline } from "./offline";
import { tolerateOutsideEdits } from "./outsideEdits";
import { Page } from "./Page";
import { listenToPage } from "./pageEvents";
import { Region } from "./panels/Region";
import { titleOf } from "./run/title";
import { nameOf } from "./store/puzzle";
import { watchTextSize } from "./textSize";
import { keepTheme } from "./theme";

/** A page of its own, which is either this one or not there. */
const EmbedPage = lazy(() => import("./embed/EmbedPage").then(({ EmbedPage }) => ({ default: EmbedPage })));

/** Puts the page together and shows it. Called by the first script, once the language is known. */
export function startPage(): void {
  const query = new URLSearchParams(location.search);
  const embed = readEmbed(location.search);
  const client = createClient();
  const app = assemble(client, query.get("backend") === "wasm" ? "wasm" : "auto", embed === null);

  tolerateOutsideEdits();
  reportFaults(app.notices);
  keepTheme(app.settings, document.documentElement);
  watchTextSize(document.documentElement);
  const keepTitle = (): void => {
    const name = app.page.getState().caption.title || nameOf(app.puzzle.getState().source);
    const title = titleOf(app.run.getState(), name);
    if (document.title !== title) document.title = title;
  };
  for (const store of [app.run, app.page, app.puzzle]) store.subscribe(keepTitle);
  if (embed) beginEmbed(app, embed.options, embed.problems);
  listenToPage(app, {
    editable: !embed || embed.options.controls.includes("puzzle"),
    presentable: !embed,
  });
  followAddress(app, embed !== null);
  const lesson = query.get("lesson");
  if (lesson !== null && !embed)
    void import("./lessons/fromAddress").then(({ openAddress }) => openAddress(app, lesson)).catch(() => {});
  if (!embed?.options.poster) void app.starter.load();
  // In a frame nothing is installed: the visit is to the page around it.
  if (import.meta.env.PROD && !embed) keepForOffline(app.run, app.notices);

  // Not in a frame, where most of it is never opened.
  if (!embed) fetchAheadOf(app.run);

  // A handle for tests and for the curious; the help names it.
  if (import.meta.env.DEV || query.has("debug")) Object.assign(window, { settle: { app, send: client.send } });

  const root = document.getElementById("root");
  if (root)
    createRoot(root).render(
      <StrictMode>
        <AppContext value={app}>
          <Region name={say`The page`}>
            {embed ? (
              <Suspense fallback={null}>
                <EmbedPage options={embed.options} />
              </Suspense>
            ) : (
              <Page />
            )}
          </Region>
        </AppContext>
      </StrictMode>,
    );
}
