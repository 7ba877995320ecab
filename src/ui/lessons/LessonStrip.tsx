import { useEffect } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { useApp } from "../appContext";
import { IconButton } from "../controls/IconButton";
import { type ScreenId, showScreen } from "../panels/screens";
import { CourseList } from "./CourseList";
import type { Place } from "./course";
import { Inline } from "./Inline";
import { Opening } from "./Opening";
import { QuestionBox } from "./QuestionBox";
import { WRITING } from "./store";
import { useStep } from "./useStep";
import { Writing } from "./writing/Writing";
import "./lessons.css";
import { say } from "../../words/say";

/** Where on a phone a place of the page is; the others are always in sight. */
const SCREEN_OF: Partial<Record<Place, ScreenId>> = {
  board: "puzzle",
  verdict: "puzzle",
  view: "stage",
  list: "trajectories",
};

/** The open course beside the stage: one step at a time, over the live page. */
export function LessonStrip() {
  const { page, lessons } = useApp();
  const { teach, at } = useStep();
  const step = at?.step;
  const writing = useStore(lessons, (state) => state.open === WRITING);

  useEffect(() => {
    document.documentElement.dataset.look = step?.look.join(" ") ?? "";
    const screen = step?.look.map((place) => SCREEN_OF[place]).find((id) => id !== undefined);
    if (screen) showScreen(screen);
    return () => {
      delete document.documentElement.dataset.look;
    };
  }, [step]);

  if (writing) return <Writing teach={teach} />;
  if (!at || !step) return <CourseList teach={teach} />;
  const { open, course, index, isLast, isOfStep, done, isTicked, answer, verdict, differs } = at;
  return (
    <section className="lesson-strip" aria-labelledby="lesson-step">
      <div className="lesson-head">
        <p className="lesson-course">{say`${course.title} · ${index + 1} of ${course.steps.length}`}</p>
        <IconButton
          icon="present"
          label={say`Present this lesson`}
          shortcut="P"
          className="button icon-only quiet"
          onPress={() => page.setState({ presenting: true })}
        />
        <IconButton
          icon="take"
          label={say`Print or save this lesson as a hand-out`}
          className="button icon-only quiet"
          onPress={() => teach.handOut(open)}
        />
        <IconButton
          icon="close"
          label={say`Close the lesson`}
          className="button icon-only quiet"
          onPress={teach.close}
        />
      </div>
      <progress value={index + 1} max={course.steps.length} aria-label={say`Steps of the lesson`} />
      <div className="lesson-body" aria-live="polite">
        <h2 id="lesson-step">{step.title}</h2>
        {isOfStep && <Opening />}
        {step.text.map((paragraph) => (
          <p key={paragraph}>
            <Inline text={paragraph} />
          </p>
        ))}
        {step.question && verdict && (
          <QuestionBox
            key={index}
            question={step.question}
            answer={answer}
            verdict={verdict}
            onAnswer={(value) => teach.answer(open, index, value)}
          />
        )}
        {step.task && (
          <p className="lesson-task" data-done={isTicked || undefined}>
            <Inline text={step.task} />
          </p>
        )}
        {done &&
          (!step.question || verdict?.kind !== "open") &&
          step.after.map((paragraph) => (
            <p key={paragraph}>
              <Inline text={paragraph} />
            </p>
          ))}
        {differs && (
          <p className="lesson-differs">{say`On this device the run came out otherwise than the text says; the page shows what was measured here.`}</p>
        )}
      </div>
      <div className="lesson-foot">
        <Button
          className="button"
          isDisabled={index === 0}
          onPress={() => teach.go(open, index - 1)}
        >{say`Back`}</Button>
        <Button className="button quiet" onPress={() => teach.go(open, index)}>
          {isOfStep ? say`Start this step again` : say`Back to this step`}
        </Button>
        <Button
          className={done ? "button primary" : "button"}
          onPress={() => (isLast ? teach.close() : teach.go(open, index + 1))}
        >
          {isLast ? say`Finish` : done ? say`Next` : say`Skip`}
        </Button>
      </div>
    </section>
  );
}
