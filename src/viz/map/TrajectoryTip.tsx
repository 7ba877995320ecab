import type { RunRecord } from "../../model/eqr/record/record";
import { formatQ, trajectoryNumber } from "../format";
import { OutcomeMark } from "../list/OutcomeMark";
import { ResidualText } from "../list/ResidualText";
import { shortStanding } from "../nudges/words";
import { gridWords, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";
import "./trajectoryTip.css";
import { say } from "../../words/say";

export interface TrajectoryTipProps {
  readonly view: TrajectoryView;
  readonly record: RunRecord;
  /** The iteration pointed at. */
  readonly k: number;
}

/** What a tooltip says of one trajectory at one iteration. */
export function TrajectoryTip({ view, record, k }: TrajectoryTipProps) {
  const { residual, q } = record.frames[k] ?? {};
  return (
    <>
      <p className="trajectory-tip-title">
        <OutcomeMark outcome={view.outcome} grid={view.grid} />
        {say`Trajectory ${trajectoryNumber(view.index)}`}
      </p>
      <dl className="trajectory-tip">
        <dt>{say`iteration`}</dt>
        <dd>{k}</dd>
        <dt>{say`residual`}</dt>
        <dd>
          <ResidualText value={residual?.[view.index] ?? Number.NaN} />
        </dd>
        <dt>q</dt>
        <dd>{formatQ(q?.[view.index] ?? Number.NaN)}</dd>
        <dt>{say`at the cursor`}</dt>
        <dd>
          {OUTCOMES[view.outcome].word}
          {gridWords(view.grid)}
          {view.nudge && <span> · {shortStanding(view.nudge)}</span>}
        </dd>
      </dl>
    </>
  );
}
