import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useApp, usePage, useTask } from "../appContext";
import { FieldStepper } from "../controls/FieldStepper";
import { Banners } from "../panels/Banners";
import { CaptionLine } from "../panels/CaptionLine";
import { TrajectoryList } from "../panels/list/TrajectoryList";
import { Region } from "../panels/Region";
import { OneView, Stage } from "../panels/Stage";
import { ChartView } from "../panels/timeline/ChartView";
import { Transport } from "../panels/timeline/Transport";
import { VerdictView } from "../panels/VerdictView";
import { viewNamed } from "../views";
import { postToHost } from "./announce";
import { EmbedMessages } from "./EmbedMessages";
import type { EmbedOptions } from "./options";
import { Poster } from "./Poster";
import { watchHeight } from "./size";
import { heightOf } from "./snippet";
import "../panels/PuzzlePanel.css";
import "../panels/timeline/TimelinePanel.css";
import "./embed.css";
import { say } from "../../words/say";

/** The page in a frame of another: the panels and controls that were asked for, and a way to the whole page. */
export function EmbedPage({ options }: { readonly options: EmbedOptions }) {
  const { starter } = useApp();
  const [opened, setOpened] = useState(!options.poster);
  const open = (): void => {
    setOpened(true);
    void starter.load();
  };
  return opened ? <EmbeddedRun options={options} /> : <Poster onOpen={open} />;
}

function EmbeddedRun({ options }: { readonly options: EmbedOptions }) {
  const { panels, controls } = options;
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!page.current) return;
    return watchHeight(page.current, heightOf(options), (height) => postToHost({ type: "size", height }));
  }, [options]);
  const { Examples, Paste } = useTask();
  const shows = (panel: EmbedOptions["panels"][number]): boolean => panels.includes(panel);
  const allows = (control: EmbedOptions["controls"][number]): boolean => controls.includes(control);
  const above = shows("board") || shows("stage") || shows("list");
  return (
    <div ref={page} className="embed" data-above={above || undefined} data-views={allows("views") || undefined}>
      <Banners onlyFailures />
      <CaptionLine closable={false} />
      {above && (
        <main className="embed-panels">
          {shows("board") && (
            <Region name={say`The puzzle panel`} className="puzzle-panel">
              <EmbedBoard editable={allows("puzzle")} />
            </Region>
          )}
          {shows("stage") && (
            <Region name={say`The view`} className="stage">
              {allows("views") ? <Stage /> : <LinkedView />}
            </Region>
          )}
          {shows("list") && (
            <Region name={say`The list of trajectories`} className="list-panel">
              <TrajectoryList />
            </Region>
          )}
        </main>
      )}
      {(shows("chart") || allows("play") || allows("settings")) && (
        <section className="panel timeline-panel" aria-label={say`Timeline`} data-chart={shows("chart") || undefined}>
          {(allows("play") || allows("settings")) && (
            <div className="timeline-bar">
              {allows("play") && <Transport />}
              {allows("settings") && (
                <div className="timeline-side">
                  <FieldStepper field="breadth" />
                  <FieldStepper field="depth" />
                </div>
              )}
            </div>
          )}
          {shows("chart") && <ChartView />}
        </section>
      )}
      <Credit />
      {allows("puzzle") && <Paste />}
      {allows("puzzle") && <Examples />}
      <EmbedMessages />
    </div>
  );
}

function EmbedBoard({ editable }: { readonly editable: boolean }) {
  const { Board, Pad, Tools } = useTask();
  const playing = useStore(useApp().game, ({ mode }) => mode === "play") && editable;
  return (
    <section className="panel puzzle-panel" aria-label={say`Puzzle`} id="puzzle">
      <Board readOnly={!editable} />
      {!playing && <VerdictView />}
      {editable && (
        <div className="board-controls">
          {Pad && <Pad />}
          <Tools />
        </div>
      )}
    </section>
  );
}

/** The view of the link, without the tabs to the others. */
function LinkedView() {
  const view = viewNamed(usePage((state) => state.view));
  return (
    <section className="panel stage" aria-labelledby="stage-title" id="stage">
      <OneView view={view} />
    </section>
  );
}

/** What this is, and the same run on the whole page. */
function Credit() {
  const { share } = useApp();
  const whole = (): string => share.link() ?? location.origin + location.pathname + location.hash;
  return (
    <p className="embed-credit">
      <span>{say`Settle runs this network in your browser.`}</span>{" "}
      <a
        href={location.origin + location.pathname}
        target="_blank"
        rel="noopener"
        // The run goes on: where it is, is asked for when the link is followed.
        onClick={(event) => {
          event.currentTarget.href = whole();
        }}
      >{say`Open the whole page`}</a>
    </p>
  );
}
