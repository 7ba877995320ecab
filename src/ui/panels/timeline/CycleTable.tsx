import { memo, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { NudgeCycle, SetHypothesis } from "../../../model/eqr/nudges/nudgeRecord";
import { Mark } from "../../../viz/list/OutcomeMark";
import { EVENTS } from "../../../viz/nudges/looks";
import { useApp, useBoard, useRun } from "../../appContext";
import { GLOSSARY } from "../../glossary";
import type { TaskBoard } from "../../tasks/view";
import { useCycles } from "../../useCycles";
import "../../controls/table.css";
import "./CycleTable.css";
import { say } from "../../../words/say";

/** The cycles of the selected trajectory as a table, the newest first; every event leads to its iteration. */
export function CycleTable() {
  const selected = useRun((state) => state.selected);
  const cycles = useCycles();
  const board = useBoard(useRun((state) => state.record?.problem.task));
  return (
    <>
      <h3 id="cycles-title">{say`Cycles of trajectory ${selected + 1}`}</h3>
      <p className="fine">{GLOSSARY.nudges.text}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say`cycle`}</th>
            <th scope="col">{say`began`}</th>
            <th scope="col">{say`hypotheses`}</th>
            <th scope="col">{say`released`}</th>
            <th scope="col">{say`became`}</th>
          </tr>
        </thead>
        <tbody>
          {cycles.toReversed().map((cycle) => (
            <CycleRow key={`${selected} ${cycle.cycle}`} cycle={cycle} board={board} />
          ))}
        </tbody>
      </table>
      {cycles.length === 0 && <p className="fine">{say`No iteration has been made yet.`}</p>}
    </>
  );
}

interface CycleRowProps {
  readonly cycle: NudgeCycle;
  readonly board: TaskBoard;
}

/** Cycles are read anew at every iteration: a row is drawn again only when something happened in it. */
const CycleRow = memo(function CycleRow({ cycle, board }: CycleRowProps) {
  const { from, to, hypotheses, releasedAt, acceptedAt, fate } = cycle;
  return (
    <tr>
      <th scope="row">{cycle.cycle + 1}</th>
      <td>
        <Jump to={cycle.cycle === 0 ? 0 : from + 1} label={say`beginning of cycle ${cycle.cycle + 1}`}>
          {from}
        </Jump>
      </td>
      <td>
        {hypotheses.length === 0 ? (
          say`none`
        ) : (
          <div className="cycle-hypotheses">
            {hypotheses.map((set) => (
              <Jump
                key={set.k}
                to={set.k + 1}
                label={say`${board.cellName(set.cell)} is ${set.value}, set at ${set.k}`}
              >
                {`${board.shortCellName(set.cell)} = ${set.value}`}
              </Jump>
            ))}
          </div>
        )}
      </td>
      <td>
        {releasedAt === null ? (
          "–"
        ) : (
          <Jump to={releasedAt + 1} label={say`release at ${releasedAt}`}>
            {releasedAt}
          </Jump>
        )}
      </td>
      <td>
        {fate === "open" ? (
          say`goes on`
        ) : (
          <Jump to={acceptedAt ?? to} label={say`${EVENTS[fate].short} at ${acceptedAt ?? to}`}>
            <Mark {...EVENTS[fate]} /> {EVENTS[fate].short} {acceptedAt ?? to}
          </Jump>
        )}
      </td>
    </tr>
  );
}, nothingHappened);

function nothingHappened(before: CycleRowProps, after: CycleRowProps): boolean {
  const [a, b] = [before.cycle, after.cycle];
  return (
    before.board === after.board &&
    a.from === b.from &&
    a.fate === b.fate &&
    a.releasedAt === b.releasedAt &&
    a.hypotheses.map(setKey).join() === b.hypotheses.map(setKey).join()
  );
}

function setKey({ cell, value, k }: SetHypothesis): string {
  return `${cell} ${value} ${k}`;
}

interface JumpProps {
  readonly to: number;
  readonly label: string;
  readonly children: ReactNode;
}

/** Moves the cursor to an iteration. */
function Jump({ to, label, children }: JumpProps) {
  const { play } = useApp();
  return (
    <Button className="jump" aria-label={say`Show the ${label}`} onPress={() => play.seek(to)}>
      {children}
    </Button>
  );
}
