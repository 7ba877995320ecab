import type { ReactNode } from "react";
import { say } from "../../../words/say";
import { qrPath } from "../../dialogs/share/qrPath";
import type { Question } from "../course";
import { Inline } from "../Inline";
import { factsOf, MEASURE_WORDS } from "../measureWords";
import { answerOf } from "./answers";
import type { Handout, HandoutStep, Picture } from "./handout";

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

function Asked({ question }: { readonly question: Question }) {
  return (
    <div className="handout-question">
      <p>
        <strong>{say`Before the run:`}</strong> {question.text}
      </p>
      {question.kind === "number" ? (
        <p className="handout-blanks">
          <span>{say`My guess`}</span>
          <span>{say`Measured`}</span>
        </p>
      ) : (
        <ul className="handout-boxes">
          {(question.kind === "choice" ? question.choices : [say`Yes`, say`No`]).map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface BesideProps {
  readonly pictures: readonly Picture[];
  readonly children: ReactNode;
}

const BESIDE = { board: "", view: "handout-beside-view", chart: "handout-beside-chart" } as const;

/** Words under their pictures, or beside a single one. */
function Beside({ pictures, children }: BesideProps) {
  const [only] = pictures;
  const place = pictures.length === 1 && only ? ["handout-beside", BESIDE[only.kind]].join(" ") : "handout-under";
  return (
    <div className={place}>
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      <div className="handout-words">{children}</div>
    </div>
  );
}

function Pictures({ pictures }: { readonly pictures: readonly Picture[] }) {
  return (
    <div className="handout-pictures">
      {pictures.map(({ kind, svg, caption }) => (
        <figure key={kind} className={`handout-${kind}`}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the page itself, every text in it escaped (copyPanel) */}
          <div role="img" aria-label={caption} dangerouslySetInnerHTML={{ __html: svg }} />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Code({ address }: { readonly address: string }) {
  const code = qrPath(address);
  return (
    <figure className="handout-code">
      {code && (
        <svg
          className="handout-qr"
          role="img"
          aria-label={say`QR code of this step`}
          viewBox={`0 0 ${code.size} ${code.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
      )}
      <figcaption>
        <a href={address}>{say`Open this step`}</a>
        {!code && say` (its link is too long for a QR code)`}
      </figcaption>
    </figure>
  );
}

function After({ step }: { readonly step: HandoutStep["step"] }) {
  return step.after.map((text) => (
    <p key={text}>
      <Inline text={text} />
    </p>
  ));
}

function Found({ run }: { readonly run: HandoutStep["run"] }) {
  if (run.kind === "failed") return null;
  return (
    <>
      {run.ofRun && <p className="handout-small">{say`Measured: ${factsOf(run.found, run.breadth)}`}</p>}
      {run.stopped !== null && <p className="handout-missing">{say`This run is not whole. ${run.stopped}`}</p>}
      {run.broken.map(({ claim, found }) => (
        <p key={claim.measure} className="handout-missing">
          {say`The text states ${claim.value} ± ${claim.tolerance} (${MEASURE_WORDS[claim.measure]}); here it was ${Number.isNaN(found) ? say`none` : found}.`}
        </p>
      ))}
    </>
  );
}

function Missing({ why }: { readonly why: string }) {
  return (
    <p className="handout-missing">{say`There is no picture of this step, since it could not be run here. ${why}`}</p>
  );
}

/** The puzzle as it was given, and what the run made of it. */
function seenAfter(before: readonly Picture[], after: readonly Picture[]): readonly Picture[] {
  const board = after.some(({ kind }) => kind === "board");
  return [...(board ? [] : before), ...after];
}
