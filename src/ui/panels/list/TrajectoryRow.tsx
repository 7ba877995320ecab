import type { ReactNode } from "react";
import { SELECTS, type Select } from "../../../model/eqr/recipe/selection";
import { MiniBoard } from "../../../viz/board/MiniBoard";
import { formatQ, trajectoryNumber } from "../../../viz/format";
import { OutcomeMark } from "../../../viz/list/OutcomeMark";
import { ResidualText } from "../../../viz/list/ResidualText";
import { Sparkline } from "../../../viz/list/Sparkline";
import { shortStanding, standingWords } from "../../../viz/nudges/words";
import { hasArrived, OUTCOMES, viewVariable } from "../../../viz/outcome";
import type { NudgeStanding, TrajectoryView } from "../../../viz/types";
import { useBoard, useRun, useSettings } from "../../appContext";
import { RULE_NAMES } from "../../run/agreement";
import "./TrajectoryRow.css";
import { say } from "../../../words/say";

export interface TrajectoryRowProps {
  readonly trajectory: number;
  readonly compact: boolean;
}

/** One start at the cursor: what it decodes to, how its residual fell, what it has come to. */
export function TrajectoryRow({ trajectory, compact }: TrajectoryRowProps) {
  const record = useRun((state) => state.record);
  const { revision, cursor, views } = useRun((state) => state.textScene);
  const board = useBoard(record?.problem.task);
  const selections = useRun((state) => state.selections);
  const hovered = useRun((state) => state.hovered === trajectory);
  const rule = useSettings((state) => state.rule);
  const view = views[trajectory];
  if (!record || !view) return null;

  const { outcome, grid, nudge } = view;
  const ballot = { votes: selections.votes[trajectory] || null, voters: selections.voters };
  const rankBy = (by: Select) => selections.ranks[by][trajectory] ?? 0;
  const ranks = { residual: rankBy("residual"), q: rankBy("q"), vote: rankBy("vote") };
  return (
    <div className="row-body" translate="no" data-hovered={hovered || undefined} data-nudged={nudge ? true : undefined}>
      <span className="row-number">
        <span className="visually-hidden">{say`Trajectory`} </span>
        {trajectoryNumber(trajectory)}
      </span>
      <MiniBoard
        grid={board.grid}
        givens={record.problem.input}
        confidence={record.frames[cursor]?.confidence ?? null}
        view={view}
        size={compact ? 28 : 46}
      />
      {!compact && (
        <Sparkline
          record={record}
          revision={revision}
          view={view}
          cursor={cursor}
          depth={record.recipe.depth}
          width={nudge ? 40 : 64}
          height={40}
        />
      )}
      <span className="row-status" style={{ color: `var(${viewVariable(view)})` }}>
        <OutcomeMark outcome={outcome} grid={grid} />
        {compact && nudge && !hasArrived(outcome) ? <Standing nudge={nudge} /> : OUTCOMES[outcome].word}
        {grid?.letter && <span className="visually-hidden"> {grid.letter}</span>}
      </span>
      {!compact && nudge && (
        <span className="row-numbers">
          <Standing nudge={nudge} />
        </span>
      )}
      {compact ? (
        <span className="row-numbers">
          {NUMBERS[rule](view, ballot)} <RankTriple ranks={ranks} />
        </span>
      ) : (
        <span className="row-rules">
          {SELECTS.map((by) => (
            <span key={by} className="row-rule" data-rule={by === rule || undefined}>
              {NUMBERS[by](view, ballot)}
              <span className="row-rank" title={say`Rank by ${RULE_NAMES[by]}`}>
                <span className="visually-hidden">{say`, rank`} </span>
                {ranks[by]}
              </span>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

/** Phase and cycle, short for the eye and in full for a voice. */
function Standing({ nudge }: { readonly nudge: NudgeStanding }) {
  return (
    <span title={standingWords(nudge)}>
      <span aria-hidden="true">{shortStanding(nudge)}</span>
      <span className="visually-hidden">, {standingWords(nudge)}</span>
    </span>
  );
}

type Ranks = Readonly<Record<Select, number>>;

/** The ranks by all rules in one line. */
function RankTriple({ ranks }: { readonly ranks: Ranks }) {
  const names = SELECTS.map((by) => RULE_NAMES[by]).join(", ");
  return (
    <span className="row-rank" title={say`Ranks by ${names}`}>
      <span className="visually-hidden">{say`ranks by ${names}:`} </span>
      {SELECTS.map((by) => ranks[by]).join(" · ")}
    </span>
  );
}

/** The votes for a start's grid, of so many; null where it has no vote itself. */
interface Ballot {
  readonly votes: number | null;
  readonly voters: number;
}

/** The numbers that the list can be ordered by. */
const NUMBERS: Readonly<Record<Select, (view: TrajectoryView, ballot: Ballot) => ReactNode>> = {
  residual: ({ residual }) => (
    <span title={say`Residual: ‖F(z) − z‖ / ‖z‖`}>
      <ResidualText value={residual} />
    </span>
  ),
  q: ({ q }) => (
    <span title={say`Halting logit: above 0 the network believes it has the solution`}>q {formatQ(q)}</span>
  ),
  vote: (_, { votes, voters }) =>
    votes === null ? (
      <span title={say`Only the starts that come first by residual have a vote`}>{say`no vote`}</span>
    ) : (
      <span title={say`Of the starts with a vote, those that decode to the same grid, itself included`}>
        {say`${votes} of ${voters} votes`}
      </span>
    ),
};
