import type { Anatomy } from "../../model/eqr/model/anatomy";
import { capitalized, formatPercent, formatSigned } from "../format";
import { cellFacts, formatPoints } from "./facts";
import type { Candidate } from "./layout";
import { type Quantity, readingOf } from "./quantity";
import "./latent.css";
import { rich } from "../../words/rich";
import { fixed, say } from "../../words/say";

export interface CandidateTableProps {
  readonly anatomy: Anatomy;
  readonly quantity: Quantity;
  /** Heading of the column of the quantity. */
  readonly quantityName: string;
  readonly candidate: Candidate;
  /** Number of values that a cell may have. */
  readonly values: number;
  /** What the cell is called, e.g. "row 2 column 5". */
  readonly cellName: string;
  /** Value that the puzzle gives this cell, 0 for none. */
  readonly given: number;
}

/** The candidates of a cell: softmax, how it changed, and the quantity that is drawn. */
export function CandidateTable({
  anatomy,
  quantity,
  quantityName,
  candidate,
  values,
  cellName,
  given,
}: CandidateTableProps) {
  const { cell, digit } = candidate;
  const { shares, before, entropy, entropyBefore, most } = cellFacts(anatomy, cell, values);
  const reading = readingOf(anatomy, quantity);
  return (
    <div className="candidate-facts">
      <table className="candidate-table">
        <caption>
          {capitalized(cellName)}
          {given > 0 && <span className="candidate-given">{say`given ${given}`}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say`digit`}</th>
            <th scope="col">{say`softmax`}</th>
            <th scope="col">
              <abbr title={say`Percentage points since the iteration before`}>Δ</abbr>
            </th>
            <th scope="col">{quantityName}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the digit
            <tr key={i} data-current={i + 1 === digit || undefined}>
              <th scope="row">{i + 1}</th>
              <td className="candidate-share">
                <i style={{ width: `${Math.round(100 * (share || 0))}%` }} />
                <span>{formatPercent(share)}</span>
              </td>
              <td>{before ? formatPoints(share, before[i] ?? Number.NaN) : "–"}</td>
              <td>{reading.format(reading.values[cell * values + i] ?? Number.NaN)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {rich`Entropy ${<b>{fixed(entropy, 2)}</b>} of ${fixed(most, 2)} bits`}
        {entropyBefore !== null && ` (${formatSigned(entropy - entropyBefore, 2)})`}
      </p>
    </div>
  );
}
