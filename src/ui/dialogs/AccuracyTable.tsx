import type { Accuracy } from "../../model/eqr/card";
import { BREADTH_KINDS } from "../../model/eqr/presets";
import { Term } from "../controls/Term";
import { FIGURES, type Figure } from "./accuracy";
import "../controls/table.css";

export interface AccuracyTableProps {
  /** What the puzzles are. */
  readonly set: string;
  /** Measurements on it. */
  readonly rows: readonly Accuracy[];
}

/** Everything measured on one set of puzzles, side by side: a column each, headed by its kind of breadth. */
export function AccuracyTable({ set, rows }: AccuracyTableProps) {
  const figures = FIGURES.filter(({ of }) => rows.some((row) => of(row) !== null));
  return (
    <section>
      <h4>{set}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-fit" aria-label={set} tabIndex={0}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">breadth</th>
              {rows.map((row) => (
                <th scope="col" key={JSON.stringify(row)} title={BREADTH_KINDS[row.kind]}>
                  <strong>{row.kind}</strong>{" "}
                  <span className="fine">{row.kind === "pure" ? "the paper's" : "ours"}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.name}>
                <th scope="row">{figure.term ? <Term name={figure.term}>{figure.name}</Term> : figure.name}</th>
                {rows.map((row) => (
                  <td key={JSON.stringify(row)}>
                    <Cell figure={figure} row={row} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cell({ figure, row }: { readonly figure: Figure; readonly row: Accuracy }) {
  const value = figure.of(row);
  if (value === null) return <span className="fine">–</span>;
  if (typeof value === "string") return value;
  return (
    <>
      {value.main} <span className="fine figure-note">{value.note}</span>
    </>
  );
}
