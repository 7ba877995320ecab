import type { ModelCard } from "../../model/eqr/card";
import { formatPercent } from "../../viz/format";
import { useRun } from "../appContext";
import { cardOf } from "../store/run";
import { Shell } from "./Shell";

/** The card beside the weights: what the model is, how it came about, what was measured of it, and its limits. */
export function ModelDialog() {
  const card = useRun((state) => cardOf(state.engine));
  if (!card) return null;
  return (
    <Shell name="model" title={card.title} wide>
      <Card card={card} />
    </Shell>
  );
}

const CHOSEN_BY = { residual: "smallest residual", q: "largest q", vote: "majority vote" } as const;

function Card({ card }: { readonly card: ModelCard }) {
  const { training, weights, config } = card;
  const facts: readonly (readonly [string, string])[] = [
    ["Parameters", card.parameters.toLocaleString("en")],
    ["Size", `${config.d} numbers a candidate, ${config.blocks} blocks`],
    ["Work", `${(card.flopsPerIteration / 1e6).toFixed(1)} MFLOP an iteration and start`],
    ["Data", training.data],
    [
      "Training",
      `${training.steps.toLocaleString("en")} steps, seed ${training.seed}, ${Math.round(training.minutes)} minutes on ${training.hardware}`,
    ],
    ["Command", training.command],
    ["Weights", `${weights.file}, ${weights.bytes.toLocaleString("en")} bytes`],
    ["SHA-256", weights.sha256],
  ];
  return (
    <div className="stack">
      <p>{card.description}</p>
      {card.accuracy.length > 0 && <h3>Solved puzzles</h3>}
      <div className="table-fit" hidden={card.accuracy.length === 0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">puzzles</th>
              <th scope="col">depth</th>
              <th scope="col">starts</th>
              <th scope="col">chosen by</th>
              <th scope="col">λ</th>
              <th scope="col">σ</th>
              <th scope="col">solved</th>
            </tr>
          </thead>
          <tbody>
            {card.accuracy.map((row) => (
              <tr key={JSON.stringify(row)}>
                <th scope="row">
                  {row.set} <span className="fine">({row.puzzles.toLocaleString("en")})</span>
                </th>
                <td>{row.depth}</td>
                <td>{row.breadth}</td>
                <td>{row.breadth > 1 ? CHOSEN_BY[row.select] : "–"}</td>
                <td>{row.lambda}</td>
                <td>{row.sigma}</td>
                <td>{formatPercent(row.solved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {card.limits.length > 0 && <h3>Limits</h3>}
      <ul className="plain-list">
        {card.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <h3>How it was made</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
