import { type CSSProperties, useEffect, useRef, useState } from "react";
import { say } from "../../words/say";
import { useApp, usePage, usePuzzle, useRun, useTask } from "../appContext";
import { Inline } from "../lessons/Inline";
import { type OpenStep, useStep } from "../lessons/useStep";
import { Announcer } from "../panels/Announcer";
import { Region } from "../panels/Region";
import { OneView } from "../panels/Stage";
import { ChartView } from "../panels/timeline/ChartView";
import { plainVerdict } from "../run/plainVerdict";
import { plainNow } from "../run/verdictNow";
import { viewNamed } from "../views";
import { isOfRun, leftOut } from "./beside";
import { PresentBar } from "./PresentBar";
import { type PresentPart, toggled } from "./parts";
import { Spotlight } from "./Spotlight";
import { presentWords } from "./sentence";
import { useFrame } from "./useFrame";
import { useFullscreen } from "./useFullscreen";
import { usePresentKeys } from "./usePresentKeys";
import "../panels/PuzzlePanel.css";
import "../panels/timeline/TimelinePanel.css";
import "./present.css";

/** The page for a hall: board, picture, residuals and one sentence, in type that the last row can read. */
export function PresentPage() {
  const { page, play } = useApp();
  const { Board } = useTask();
  const frame = useFrame();
  const fullscreen = useFullscreen();
  const hidden = usePage((state) => state.hidden);
  const view = viewNamed(usePage((state) => state.view));
  const { teach, at } = useStep();
  const [spotlight, setSpotlight] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shows = (part: PresentPart): boolean => !hidden.includes(part) && !leftOut(view).includes(part);

  const toStep = (by: 1 | -1): void => {
    const index = at ? at.index + by : -1;
    if (at && index >= 0 && index < at.course.steps.length) teach.go(at.open, index);
  };
  const leave = (): void => {
    fullscreen.leave();
    page.setState({ presenting: false });
  };
  usePresentKeys(at !== null, {
    nextStep: () => toStep(1),
    previousStep: () => toStep(-1),
    playPause: play.playPause,
    toStart: () => play.seek(0),
    stepForward: () => play.step(1),
    stepBack: () => play.step(-1),
    spotlight: () => setSpotlight((on) => !on),
    fullscreen: () => fullscreen.toggle?.(),
    leave,
  });

  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    // Where it was begun from is drawn anew.
    return () => void requestAnimationFrame(() => document.getElementById("present")?.focus());
  }, []);

  const { width, height, factor, stacked } = frame;
  return (
    <main
      ref={main}
      className="present"
      aria-label={say`Presentation`}
      tabIndex={-1}
      data-stacked={stacked || undefined}
      style={{ width, height, "--factor": factor } as CSSProperties}
    >
      {shows("sentence") && <PresentWords at={at} aboutRun={isOfRun(view)} />}
      <div className="present-pictures">
        {shows("board") && (
          <Region name={say`The puzzle panel`} className="present-board">
            <section className="present-board" aria-label={say`Puzzle`} id="puzzle">
              <Board readOnly />
            </section>
          </Region>
        )}
        {shows("view") && (
          <Region name={say`The view`} className="present-view">
            <section className="present-view" aria-labelledby="stage-title" id="stage">
              <OneView view={view} />
            </section>
          </Region>
        )}
      </div>
      {shows("residuals") && (
        <Region name={say`The timeline`} className="present-residuals">
          <section className="present-residuals" aria-label={say`Residuals`} id="timeline">
            <ChartView withQ={false} />
          </section>
        </Region>
      )}
      <div className="present-foot" data-hidden={!shows("controls") || undefined}>
        <PresentBar
          withTransport={isOfRun(view)}
          place={at && { index: at.index, count: at.course.steps.length }}
          spotlight={spotlight}
          fullscreen={fullscreen.is}
          onStep={toStep}
          onSpotlight={setSpotlight}
          onFullscreen={fullscreen.toggle}
          onToggle={(part) => page.setState({ hidden: toggled(hidden, part) })}
          onLeave={leave}
        />
      </div>
      {spotlight && <Spotlight />}
    </main>
  );
}

/** One sentence on what is shown, and below it what the run has come to. */
function PresentWords({ at, aboutRun }: { readonly at: OpenStep | null; readonly aboutRun: boolean }) {
  const caption = usePage((state) => state.caption);
  const puzzle = usePuzzle((state) => state.puzzle);
  const impossible = usePage(({ findings }) => findings?.puzzle === puzzle && findings.impossible);
  const { views, cursor } = useRun((state) => state.textScene);
  const record = useRun((state) => state.record);
  const selected = useRun((state) => state.selected);
  const isCurrent = record?.recipe.puzzle === puzzle;
  const plain = isCurrent && aboutRun ? plainNow({ record, views, selected, cursor }, impossible) : null;
  const lead = plain ? plainVerdict(plain) : "";
  const { title, sentence } = presentWords({
    step: at?.step ?? null,
    done: at?.done ?? false,
    truth: at?.truth ?? null,
    caption,
  });
  return (
    <header className="present-words">
      <h1 dir="auto">
        {title && <strong>{title}</strong>} <Inline text={sentence || (title ? "" : lead)} />
      </h1>
      {aboutRun && <span className="present-k">{record ? say`k = ${cursor} of ${record.recipe.depth}` : "k = 0"}</span>}
      {(sentence || title) && lead && <p>{lead}</p>}
      <Announcer text={lead} />
    </header>
  );
}
