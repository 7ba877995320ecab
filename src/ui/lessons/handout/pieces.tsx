import type { ReactNode } from "react";
import { say } from "../../../words/say";
import { qrPath } from "../../dialogs/share/qrPath";
import type { Question } from "../course";
import { Inline } from "../Inline";
import { factsOf, MEASURE_WORDS } from "../measureWords";
import type { HandoutStep, Picture } from "./handout";

/** A question with space for its answer. */
export function Asked({ question }: { readonly question: Question }) {
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
export function Beside({ pictures, children }: BesideProps) {
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

/** The way from paper to the live step. */
export function Code({ address }: { readonly address: string }) {
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

/** What is said once the step is done. */
export function After({ step }: { readonly step: HandoutStep["step"] }) {
  return step.after.map((text) => (
    <p key={text}>
      <Inline text={text} />
    </p>
  ));
}

/** What was measured in the run of a step, and where it is not as the text says. */
export function Found({ run }: { readonly run: HandoutStep["run"] }) {
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

/** In the place of the pictures of a step without a run. */
export function Missing({ why }: { readonly why: string }) {
  return (
    <p className="handout-missing">{say`There is no picture of this step, since it could not be run here. ${why}`}</p>
  );
}
