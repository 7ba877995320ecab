import { memo, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { NudgeCycle, SetHypothesis } from "../../../model/eqr/nudges/nudgeRecord";
import { Mark } from "../../../viz/list/OutcomeMark";
import { EVENTS } from "../../../viz/nudges/looks";
import { hypothesisWords } from "../../../viz/nudges/words";
import { useApp, useRun } from "../../appContext";
import { GLOSSARY } from "../../glossary";
import { useCycles } from "../../useCycles";
import "../../controls/table.css";
import "./CycleTable.css";

/** The cycles of the selected trajectory as a table, the newest first; every event leads to its iteration. */
export function CycleTable() {
  const selected = useRun((state) => state.selected);
  const cycles = useCycles();
  return (
    <>
      <h3 id="cycles-title">Cycles of trajectory {selected + 1}</h3>
      <p className="fine">{GLOSSARY.nudges.text}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">cycle</th>
            <th scope="col">began</th>
            <th scope="col">hypotheses</th>
            <th scope="col">released</th>
            <th scope="col">became</th>
          </tr>
        </thead>
        <tbody>
          {cycles.toReversed().map((cycle) => (
            <CycleRow key={`${selected} ${cycle.cycle}`} cycle={cycle} />
          ))}
        </tbody>
      </table>
      {cycles.length === 0 && <p className="fine">No iteration has been made yet.</p>}
    </>
  );
}

/** Cycles are read anew at every iteration: a row is drawn again only when something happened in it. */
const CycleRow = memo(function CycleRow({ cycle }: { readonly cycle: NudgeCycle }) {
  const { from, to, hypotheses, releasedAt, acceptedAt, fate } = cycle;
  return (
    <tr>
      <th scope="row">{cycle.cycle + 1}</th>
      <td>
        <Jump to={cycle.cycle === 0 ? 0 : from + 1} label={`beginning of cycle ${cycle.cycle + 1}`}>
          {from}
        </Jump>
      </td>
      <td>
        {hypotheses.length === 0 ? (
          "none"
        ) : (
          <div className="cycle-hypotheses">
            {hypotheses.map((set) => (
              <Jump key={set.k} to={set.k + 1} label={setWords(set)}>
                {shortHypothesis(set)}
              </Jump>
            ))}
          </div>
        )}
      </td>
      <td>
        {releasedAt === null ? (
          "–"
        ) : (
          <Jump to={releasedAt + 1} label={`release at ${releasedAt}`}>
            {releasedAt}
          </Jump>
        )}
      </td>
      <td>
        {fate === "open" ? (
          "goes on"
        ) : (
          <Jump to={acceptedAt ?? to} label={`${fate} at ${acceptedAt ?? to}`}>
            <Mark {...EVENTS[fate]} /> {fate} {acceptedAt ?? to}
          </Jump>
        )}
      </td>
    </tr>
  );
}, nothingHappened);

function nothingHappened(before: { readonly cycle: NudgeCycle }, after: { readonly cycle: NudgeCycle }): boolean {
  const [a, b] = [before.cycle, after.cycle];
  return (
    a.from === b.from &&
    a.fate === b.fate &&
    a.releasedAt === b.releasedAt &&
    a.hypotheses.map(setWords).join() === b.hypotheses.map(setWords).join()
  );
}

function setWords(set: SetHypothesis): string {
  return `${hypothesisWords(set)}, set at ${set.k}`;
}

/** "r5c2 = 4". */
function shortHypothesis({ cell, value }: SetHypothesis): string {
  return `r${Math.floor(cell / 9) + 1}c${(cell % 9) + 1} = ${value}`;
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
    <Button className="jump" aria-label={`Show the ${label}`} onPress={() => play.seek(to)}>
      {children}
    </Button>
  );
}
