import { OutcomeMark } from "../../viz/list/OutcomeMark";
import { ResidualText } from "../../viz/list/ResidualText";
import { viewVariable } from "../../viz/outcome";
import { usePage, usePuzzle, useRun } from "../appContext";
import { Term } from "../controls/Term";
import { type Piece, spokenText } from "../run/piece";
import { needsMore, plainVerdict } from "../run/plainVerdict";
import { plainNow, verdictNow } from "../run/verdictNow";
import { cardOf } from "../store/run";
import { Announcer } from "./Announcer";
import { LoadingLine } from "./LoadingLine";
import { NextSteps } from "./NextSteps";
import "./VerdictView.css";
import { say } from "../../words/say";

/** What one sees: first as people say it, then as the field does. */
export function VerdictView() {
  const puzzle = usePuzzle((state) => state.puzzle);
  const findings = usePage((state) => state.findings);
  const { views, cursor } = useRun((state) => state.textScene);
  const record = useRun((state) => state.record);
  const selected = useRun((state) => state.selected);
  const layers = useRun((state) => cardOf(state.worker)?.layersPerIteration);
  const broken = findings?.puzzle === puzzle ? findings.broken : "";
  if (!record || views.length === 0)
    return (
      <div className="verdict">
        {broken && <p className="rule-broken">{broken}</p>}
        <LoadingLine />
      </div>
    );
  // The run before says nothing about a changed puzzle.
  if (record.recipe.puzzle !== puzzle)
    return (
      <div className="verdict">
        {broken && <p className="rule-broken">{broken}</p>}
        <p className="verdict-text">{say`The puzzle has changed; its run begins in a moment.`}</p>
      </div>
    );
  const scene = { record, views, selected, cursor, layers };
  const pieces = verdictNow(scene);
  const plain = plainNow(scene, findings?.puzzle === puzzle && findings.impossible);
  const lead = plain ? plainVerdict(plain) : "";
  return (
    <div className="verdict">
      {broken && <p className="rule-broken">{broken}</p>}
      <p className="verdict-lead">{lead}</p>
      {plain && needsMore(plain) && <NextSteps />}
      <p className="verdict-text">
        {pieces.map((piece) => (
          <VerdictPiece key={piece.text} {...piece} />
        ))}
      </p>
      <Announcer text={`${lead} ${spokenText(pieces)}`} />
    </div>
  );
}

function VerdictPiece({ text, outcome, grid = null, term, residual }: Piece) {
  const words = (
    <>
      {text}
      {residual !== undefined && <ResidualText value={residual} />}
    </>
  );
  // An element even around plain words: a translator replaces texts, and a new sentence must not be the old one's node.
  const marked = outcome ? (
    <strong style={{ color: `var(${viewVariable({ outcome, grid })})` }}>
      <OutcomeMark outcome={outcome} grid={grid} size={grid?.letter ? 16 : 12} />
      {words}
    </strong>
  ) : (
    <span>{words}</span>
  );
  return term ? <Term name={term}>{marked}</Term> : marked;
}
