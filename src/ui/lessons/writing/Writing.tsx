import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { say } from "../../../words/say";
import { useApp, usePage, useRun } from "../../appContext";
import { IconButton } from "../../controls/IconButton";
import { saveFile } from "../../export/save";
import { writeLink } from "../../link/write";
import { nameOf } from "../../store/puzzle";
import { viewNamed } from "../../views";
import type { LessonActions } from "../actions";
import { fileNameOf } from "../fileName";
import { writeCourse } from "../write";
import { courseOf, moveStep, problemsOf, withoutStep, withStep } from "./draft";
import { draftsOf } from "./draftsOf";
import { Line } from "./Line";
import { StepForm } from "./StepForm";
import "./writing.css";

/** A lesson of one's own: states of the page, one after the other, with what is said and asked about each. */
export function Writing({ teach }: { readonly teach: LessonActions }) {
  const app = useApp();
  const drafts = draftsOf(app);
  const { history, kept } = useStore(drafts);
  const { present: draft, past, future } = history;
  const [openStep, setOpenStep] = useState<number | null>(null);
  /** Whether what is missing is said: once somebody wanted to save it. */
  const [checked, setChecked] = useState(false);
  const problems = checked ? problemsOf(draft) : [];
  const hasRun = useRun((state) => state.record !== null);
  usePage((state) => state.view);

  const add = () => {
    const seen = app.share.seen();
    if (!seen) return;
    const { caption, ...shared } = seen;
    const name = caption?.title || nameOf(app.puzzle.getState().source) || viewNamed(shared.view).tab;
    const title = shared.cursor > 0 ? say`${name}, iteration ${shared.cursor}` : name;
    const link = writeLink({ ...shared, outcome: null });
    drafts.change((now) => withStep(now, { title, sentence: caption?.sentence ?? "", link }));
    setOpenStep(drafts.getState().history.present.steps.at(-1)?.id ?? null);
  };
  /** The lesson, if nothing of it is missing. */
  const finished = () => {
    setChecked(true);
    return problemsOf(draft).length > 0 ? null : courseOf(draft);
  };
  const save = () => {
    const course = finished();
    if (course) saveFile(`${fileNameOf(course)}.lesson`, new Blob([writeCourse(course)], { type: "text/plain" }));
  };
  const tryIt = () => {
    const course = finished();
    if (course) teach.openText(writeCourse(course));
  };

  return (
    <section className="lesson-strip" aria-labelledby="lesson-writing">
      <div className="lesson-head">
        <h2 id="lesson-writing">{say`Your lesson`}</h2>
        <IconButton
          icon="undo"
          label={say`Undo`}
          className="button icon-only quiet"
          isDisabled={past.length === 0}
          onPress={drafts.undo}
        />
        <IconButton
          icon="redo"
          label={say`Redo`}
          className="button icon-only quiet"
          isDisabled={future.length === 0}
          onPress={drafts.redo}
        />
        <IconButton
          icon="close"
          label={say`Back to the lessons`}
          className="button icon-only quiet"
          onPress={teach.choose}
        />
      </div>
      <div className="lesson-body writing">
        {!kept && (
          <p className="writing-problem" role="alert">
            {say`This browser keeps nothing for this tab. Save the lesson as a file before you leave or reload the page.`}
          </p>
        )}
        <Line
          label={say`Title`}
          value={draft.title}
          onChange={(title) => drafts.change((now) => ({ ...now, title }), "title")}
        />
        <div className="writing-row">
          <Line
            label={say`What it is about`}
            value={draft.about}
            onChange={(about) => drafts.change((now) => ({ ...now, about }), "about")}
          />
          <Line
            label={say`Minutes`}
            value={draft.minutes}
            numeric
            onChange={(minutes) => drafts.change((now) => ({ ...now, minutes }), "minutes")}
          />
        </div>
        {draft.steps.length === 0 && (
          <p className="fine">
            {say`Set the page up as you want it to be seen: puzzle, view, iteration. Then add this state as a step.`}
          </p>
        )}
        <ol className="writing-steps">
          {draft.steps.map((step, i) => (
            <li key={step.id}>
              <div className="writing-step-head">
                <Button
                  className="button quiet writing-title"
                  aria-expanded={openStep === step.id}
                  onPress={() => setOpenStep(openStep === step.id ? null : step.id)}
                >
                  <span className="writing-number">{i + 1}</span> {step.title || say`No title yet`}
                </Button>
                <IconButton
                  icon="up"
                  label={say`Move step ${i + 1} up`}
                  className="button tiny icon-only"
                  isDisabled={i === 0}
                  onPress={() => drafts.change((now) => moveStep(now, step.id, -1))}
                />
                <IconButton
                  icon="down"
                  label={say`Move step ${i + 1} down`}
                  className="button tiny icon-only"
                  isDisabled={i === draft.steps.length - 1}
                  onPress={() => drafts.change((now) => moveStep(now, step.id, 1))}
                />
                <IconButton
                  icon="close"
                  label={say`Remove step ${i + 1}`}
                  className="button tiny icon-only"
                  onPress={() => drafts.change((now) => withoutStep(now, step.id))}
                />
              </div>
              {openStep === step.id && <StepForm step={step} drafts={drafts} teach={teach} />}
            </li>
          ))}
        </ol>
        <Button className="button primary" isDisabled={!hasRun} onPress={add}>
          {say`Add this state`}
        </Button>
        <div role="alert" className="writing-problems">
          {problems.length > 0 && (
            <ul className="plain-list">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div className="lesson-foot">
        <Button className="button quiet" onPress={tryIt}>
          {say`Try it`}
        </Button>
        <Button className="button" onPress={save}>
          {say`Save as a file`}
        </Button>
      </div>
    </section>
  );
}
