import { useRef, useState } from "react";
import { Button, ProgressBar } from "react-aria-components";
import { embeddedFaces } from "../../../viz/figure/fonts";
import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { useLongAttempt } from "../../dialogs/export/useLongAttempt";
import { saveFile } from "../../export/save";
import type { Course } from "../course";
import { fileNameOf } from "../fileName";
import { HandoutPaper } from "./HandoutPaper";
import type { Handout } from "./handout";
import sheetStyle from "./handout.css?inline";
import { htmlFile } from "./htmlFile";
import { makeHandout } from "./makeHandout";
import { Studio } from "./Studio";
import "../../dialogs/export/Working.css";

/** Seconds that a step may take: far longer than any of the shipped ones takes on a phone. */
const PATIENCE = 90;

/** Makes the hand-out of a course, with its progress and a way out; then shows it. */
export function HandoutForm({ course }: { readonly course: Course }) {
  const app = useApp();
  const ready = useRun((state) => state.record !== null && state.worker.kind === "ready");
  const studio = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const attempt = useLongAttempt();
  const [at, setAt] = useState({ done: 0, k: 0, last: 0 });
  const [handout, setHandout] = useState<Handout | null>(null);
  const { length } = course.steps;

  const make = () =>
    attempt.run(async ({ signal }) => {
      const onProgress = (done: number, k: number, last: number) => setAt({ done, k, last });
      if (!studio.current) return;
      setHandout(await makeHandout(app, course, { studio: studio.current, patience: PATIENCE, signal, onProgress }));
    });
  const save = async () => {
    const body = paper.current?.innerHTML ?? "";
    const style = (await embeddedFaces()) + sheetStyle;
    const text = htmlFile({ title: course.title, body, style, language: document.documentElement.lang });
    saveFile(`${fileNameOf(course)}-hand-out.html`, new Blob([text], { type: "text/html" }));
  };

  if (handout) {
    const failed = handout.steps.filter(({ run }) => run.kind === "failed").length;
    return (
      <div className="handout-dialog">
        <div className="handout-actions">
          <p role="status">
            {failed === 0
              ? say`All ${length} steps were run.`
              : say`${length - failed} of ${length} steps were run; the others say why not.`}
          </p>
          <Button className="button" onPress={() => window.print()}>
            {say`Print…`}
          </Button>
          <Button className="button primary" onPress={() => void save()}>
            {say`Save as HTML`}
          </Button>
        </div>
        <HandoutPaper ref={paper} handout={handout} />
      </div>
    );
  }
  const { state } = attempt;
  return (
    <div className="handout-dialog">
      <Studio ref={studio} />
      <p>
        {say`A sheet with the questions of this lesson, lines for answers and a QR code to each step, and the answers on a separate sheet. Each of its ${length} steps is run here for that; then the page is as it was.`}
      </p>
      {state.kind === "running" ? (
        <div className="handout-progress">
          <p>
            {say`Step ${Math.min(length, at.done + 1)} of ${length}: ${course.steps[at.done]?.title ?? ""}`}
            {at.last > 0 && say` · iteration ${at.k} of at most ${at.last}`}
          </p>
          <div className="working">
            <ProgressBar
              className="working-bar"
              aria-label={say`Steps that have been run`}
              value={at.done + (at.last > 0 ? Math.min(1, at.k / at.last) : 0)}
              minValue={0}
              maxValue={length}
            >
              {({ percentage = 0 }) => <span style={{ width: `${percentage}%` }} />}
            </ProgressBar>
            <Button className="button small" onPress={attempt.cancel}>
              {say`Cancel`}
            </Button>
          </div>
        </div>
      ) : (
        <div className="handout-actions">
          <p className="parse-result" role="status" data-bad={state.fault !== null || undefined}>
            {state.fault ?? (ready ? "" : say`The network is still loading.`)}
          </p>
          <Button className="button primary" isDisabled={!ready} onPress={make}>
            {say`Make the hand-out`}
          </Button>
        </div>
      )}
    </div>
  );
}
