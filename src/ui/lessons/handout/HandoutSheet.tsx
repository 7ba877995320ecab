import { say } from "../../../words/say";
import { Inline } from "../Inline";
import { answerOf } from "./answers";
import type { Handout, HandoutStep, Picture } from "./handout";
import { After, Asked, Beside, Code, Found, Missing } from "./pieces";

/**
 * A course on paper: a sheet with questions and lines for answers, and one with the answers. The text of a course comes in as
 * text alone. Its style is handout.css, which goes along into a file.
 */
export function HandoutSheet({ handout: { course, steps, made } }: { readonly handout: Handout }) {
  const asked = steps.filter(({ step }) => step.question !== null);
  return (
    <article className="handout">
      <section className="handout-part" aria-label={say`Questions`}>
        <header className="handout-head">
          <h1>{course.title}</h1>
          {course.about && <p>{course.about}</p>}
          <p className="handout-small">
            {say`${course.minutes} minutes, steps: ${steps.length}. Scan a code to open its step, live, in a browser.`}
          </p>
          <p className="handout-name">
            <span>{say`Name`}</span>
            <span>{say`Date`}</span>
          </p>
        </header>
        {steps.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a hand-out do not move
          <Worksheet key={i} number={i + 1} one={one} />
        ))}
      </section>
      {asked.length > 0 && (
        <section className="handout-part handout-answers" aria-label={say`Answers`}>
          <header className="handout-head">
            <p className="handout-small">{course.title}</p>
            <h1>{say`Answers`}</h1>
          </header>
          {steps.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a hand-out do not move
            <Answer key={i} number={i + 1} one={one} />
          ))}
          <p className="handout-small">{made}</p>
        </section>
      )}
      {asked.length === 0 && <p className="handout-small">{made}</p>}
    </article>
  );
}

interface StepProps {
  readonly number: number;
  readonly one: HandoutStep;
}

/** A step before its run. What the run shows is kept for the answers where something is asked about it. */
function Worksheet({ number, one: { step, address, run } }: StepProps) {
  const { question } = step;
  const pictures = run.kind === "failed" ? [] : question ? run.before : seenAfter(run.before, run.after);
  return (
    <section className="handout-step">
      <div className="handout-top">
        <div className="handout-words">
          <h2>
            <span className="handout-number">{number}</span> {step.title}
          </h2>
          {step.text.map((text) => (
            <p key={text}>
              <Inline text={text} />
            </p>
          ))}
        </div>
        <Code address={address} />
      </div>
      <Beside pictures={pictures}>
        {run.kind === "failed" && <Missing why={run.why} />}
        {question && <Asked question={question} />}
        {step.task && (
          <p className="handout-task">
            <Inline text={step.task} />
          </p>
        )}
        <div className="handout-lines">
          {[say`What you saw`, "", ""].map((label, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines to write on, all alike
            <span key={i}>{label}</span>
          ))}
        </div>
        {!question && <After step={step} />}
        {!question && <Found run={run} />}
      </Beside>
    </section>
  );
}

function Answer({ number, one: { step, run } }: StepProps) {
  const { question } = step;
  if (!question) return null;
  return (
    <section className="handout-step">
      <h2>
        <span className="handout-number">{number}</span> {step.title}
      </h2>
      <p className="handout-asked">{question.text}</p>
      <p className="handout-answer">{answerOf(question, run)}</p>
      <Beside pictures={run.kind === "run" ? run.after : []}>
        <After step={step} />
        {run.kind === "failed" ? <Missing why={run.why} /> : <Found run={run} />}
      </Beside>
    </section>
  );
}

/** The puzzle as it was given, and what the run made of it. */
function seenAfter(before: readonly Picture[], after: readonly Picture[]): readonly Picture[] {
  const board = after.some(({ kind }) => kind === "board");
  return [...(board ? [] : before), ...after];
}
