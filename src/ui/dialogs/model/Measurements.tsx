import { Fragment } from "react";
import type { Accuracy } from "../../../model/eqr/model/card";
import { BREADTH_KINDS, type BreadthKind } from "../../../model/eqr/recipe/presets";
import { Term } from "../../controls/Term";
import { byKind, FIGURES, type Figure, howMeasured } from "./accuracy";
import "../../controls/table.css";
import { say } from "../../../words/say";

export interface MeasurementsProps {
  /** What the puzzles are. */
  readonly set: string;
  /** What was measured on them of one model; none where nothing was. */
  readonly rows: readonly Accuracy[];
}

const WHOSE: Readonly<Record<BreadthKind, string>> = {
  pure: say`Pure breadth, the paper's`,
  nudged: say`Nudged breadth, ours`,
};

/** What was measured of a model on one set of puzzles: a row each, pure and nudged breadth apart. */
export function Measurements({ set, rows }: MeasurementsProps) {
  const figures = FIGURES.filter(({ of }) => rows.some((row) => of(row) !== null));
  return (
    <section>
      <h4>{set}</h4>
      {rows.length === 0 ? (
        <p className="fine">{say`Not measured on these.`}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="table-fit" aria-label={set} tabIndex={0}>
          <table className="table measured">
            <thead>
              <tr>
                <th scope="col">{say`starts × depth`}</th>
                {figures.map(({ name, term }) => (
                  <th scope="col" key={name}>
                    {term ? <Term name={term}>{name}</Term> : name}
                  </th>
                ))}
              </tr>
            </thead>
            {byKind(rows).map(([kind, of]) => (
              <tbody key={kind}>
                <tr className="measured-kind">
                  <th scope="rowgroup" colSpan={figures.length + 1} title={BREADTH_KINDS[kind]}>
                    {WHOSE[kind]}
                  </th>
                </tr>
                {of.map((row) => (
                  <Row key={JSON.stringify(row)} row={row} figures={figures} />
                ))}
              </tbody>
            ))}
          </table>
        </section>
      )}
    </section>
  );
}

function Row({ row, figures }: { readonly row: Accuracy; readonly figures: readonly Figure[] }) {
  const { extent, settings } = howMeasured(row);
  return (
    <tr>
      <th scope="row">
        {extent} <span className="fine figure-note">{settings}</span>
      </th>
      {figures.map((figure) => (
        <td key={figure.name}>
          <Cell figure={figure} row={row} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ figure, row }: { readonly figure: Figure; readonly row: Accuracy }) {
  const value = figure.of(row);
  if (value === null) return <span className="fine">–</span>;
  return (
    <Fragment>
      {value.main} <span className="fine figure-note">{value.note}</span>
    </Fragment>
  );
}
