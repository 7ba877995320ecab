import { useEffect, useMemo } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { useApp, usePage, useRun } from "../appContext";
import { IconButton } from "../controls/IconButton";
import { createLessonActions } from "./actions";
import { CourseList } from "./CourseList";
import { COURSES } from "./courses";
import { Inline } from "./Inline";
import { brokenClaims, isDone, judgeAnswer } from "./progress";
import { QuestionBox } from "./QuestionBox";
import { answerKey, CHOOSING } from "./store";
import "./lessons.css";

/** The open course beside the stage: one step at a time, over the live page. */
export function LessonStrip() {
  const { lessons, share, notices } = useApp();
  const teach = useMemo(() => createLessonActions({ lessons, share, notices }), [lessons, share, notices]);
  const { open, at, answers, own } = useStore(lessons);
  const course = open === "own" ? own : (COURSES.get(open ?? CHOOSING) ?? null);
  const index = Math.min(at[open ?? ""] ?? 0, (course?.steps.length ?? 1) - 1);
  const step = course?.steps[index];
  const record = useRun((state) => state.record);
  const cursor = useRun((state) => state.playback.cursor);
  useRun((state) => state.revision);
  const letters = useRun((state) => state.views).map(({ grid }) => grid?.letter ?? null);
  const view = usePage((state) => state.view);
  const isOfStep = useMemo(() => step !== undefined && teach.isOfStep(step, record), [teach, step, record]);

  useEffect(() => {
    document.documentElement.dataset.look = step?.look.join(" ") ?? "";
    return () => {
      delete document.documentElement.dataset.look;
    };
  }, [step]);

  if (!course || !step || open === null) return <CourseList teach={teach} />;
  const run = isOfStep ? record : null;
  const done = isDone(step.until, { record: run, cursor, view, letters });
  const answer = answers[answerKey(open, index)];
  const verdict = step.question && judgeAnswer(step.question, answer, run);
  const differing = run?.end ? brokenClaims(step, run) : [];
  const last = index === course.steps.length - 1;
  return (
    <section className="lesson-strip" aria-labelledby="lesson-step">
      <div className="lesson-head">
        <p className="lesson-course">
          {course.title} · {index + 1} of {course.steps.length}
        </p>
        <IconButton icon="close" label="Close the lesson" className="button icon-only quiet" onPress={teach.close} />
      </div>
      <progress value={index + 1} max={course.steps.length} aria-label="Steps of the lesson" />
      <div className="lesson-body" aria-live="polite">
        <h2 id="lesson-step">{step.title}</h2>
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
          <p className="lesson-task" data-done={done || undefined}>
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
        {differing.length > 0 && (
          <p className="lesson-differs">
            On this device the run came out otherwise than the text says; the page shows what was measured here.
          </p>
        )}
      </div>
      <div className="lesson-foot">
        <Button className="button" isDisabled={index === 0} onPress={() => teach.go(open, index - 1)}>
          Back
        </Button>
        <Button className="button quiet" onPress={() => teach.go(open, index)}>
          {isOfStep ? "Start this step again" : "Back to this step"}
        </Button>
        <Button
          className={done ? "button primary" : "button"}
          onPress={() => (last ? teach.close() : teach.go(open, index + 1))}
        >
          {last ? "Finish" : done ? "Next" : "Skip"}
        </Button>
      </div>
    </section>
  );
}
