import { type ReactNode, useMemo } from "react";
import type { Select } from "../../model/eqr/selection";
import { digitsOf } from "../../model/sudoku/grid";
import { formatQ, trajectoryNumber } from "../../viz/format";
import { MiniBoard } from "../../viz/MiniBoard";
import { shortStanding, standingWords } from "../../viz/nudges/words";
import { OutcomeMark } from "../../viz/OutcomeMark";
import { gridLetter, hasArrived, hasSeveralGrids, OUTCOMES, viewVariable } from "../../viz/outcome";
import { ResidualText } from "../../viz/ResidualText";
import { Sparkline } from "../../viz/Sparkline";
import type { NudgeStanding, TrajectoryView } from "../../viz/types";
import { useRun, useSettings } from "../appContext";

export interface TrajectoryRowProps {
  readonly trajectory: number;
  readonly compact: boolean;
}

/** One start at the cursor: what it decodes to, how its residual fell, what it has come to. */
export function TrajectoryRow({ trajectory, compact }: TrajectoryRowProps) {
  const record = useRun((state) => state.record);
  const revision = useRun((state) => state.revision);
  const cursor = useRun((state) => state.playback.cursor);
  const view = useRun((state) => state.views[trajectory]);
  const votes = useRun((state) => state.votes[trajectory] ?? 0);
  const several = useRun((state) => hasSeveralGrids(state.views));
  const hovered = useRun((state) => state.hovered === trajectory);
  const rule = useSettings((state) => state.rule);
  const puzzle = record?.recipe.puzzle;
  const givens = useMemo(() => (puzzle ? digitsOf(puzzle) : new Uint8Array(81)), [puzzle]);
  if (!record || !view) return null;

  const { outcome, grid, settledAt, nudge } = view;
  const letter = several && grid !== null ? ` ${gridLetter(grid)}` : "";
  return (
    <div className="row-body" data-hovered={hovered || undefined} data-nudged={nudge ? true : undefined}>
      <span className="row-number">
        <span className="visually-hidden">Trajectory </span>
        {trajectoryNumber(trajectory)}
      </span>
      <MiniBoard
        givens={givens}
        confidence={record.frames[cursor]?.confidence ?? null}
        view={view}
        several={several}
        size={compact ? 28 : 46}
      />
      {!compact && (
        <Sparkline
          record={record}
          revision={revision}
          view={view}
          several={several}
          cursor={cursor}
          depth={record.recipe.depth}
          width={nudge ? 40 : 64}
          height={40}
        />
      )}
      <span className="row-status" style={{ color: `var(${viewVariable(view, several)})` }}>
        <OutcomeMark outcome={outcome} grid={grid} several={several} />
        {compact && nudge && !hasArrived(outcome) ? <Standing nudge={nudge} /> : OUTCOMES[outcome].word}
        {letter}
      </span>
      {!compact && nudge && (
        <span className="row-numbers">
          <Standing nudge={nudge} />
        </span>
      )}
      {compact ? (
        <span className="row-numbers">{NUMBERS[rule](view, votes)}</span>
      ) : (
        <>
          <span className="row-numbers">
            {NUMBERS.residual(view, votes)}
            {settledAt !== null && (
              <span title="First iteration of the stretch below the tolerance"> · since {settledAt}</span>
            )}
          </span>
          <span className="row-numbers">
            {NUMBERS.q(view, votes)} · {NUMBERS.vote(view, votes)}
          </span>
        </>
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

/** The numbers that the list can be ordered by. */
const NUMBERS: Readonly<Record<Select, (view: TrajectoryView, votes: number) => ReactNode>> = {
  residual: ({ residual }) => (
    <span title="Residual: ‖F(z) − z‖ / ‖z‖">
      <ResidualText value={residual} />
    </span>
  ),
  q: ({ q }) => <span title="Halting logit: above 0 the network believes it has the solution">q {formatQ(q)}</span>,
  vote: (_, votes) => (
    <span title="Starts that decode to the same grid, itself included">
      {votes} {votes === 1 ? "vote" : "votes"}
    </span>
  ),
};
