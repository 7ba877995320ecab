import type { ModelCard } from "../../model/eqr/card";
import { useRun } from "../appContext";
import { LoadingLine } from "../panels/LoadingLine";
import { cardOf } from "../store/run";
import { AccuracyTable } from "./AccuracyTable";
import { bySet } from "./accuracy";
import { ModelChoice } from "./ModelChoice";
import { Shell } from "./Shell";
import "./ModelDialog.css";

/** The shipped models, and the card of the one that runs: what it is, how it came about, what was measured, its limits. */
export function ModelDialog() {
  const card = useRun((state) => cardOf(state.worker));
  return (
    <Shell name="model" title={card?.title ?? "Model"} wide>
      <div className="stack">
        <ModelChoice />
        {card ? <Card card={card} /> : <LoadingLine />}
      </div>
    </Shell>
  );
}

function Card({ card }: { readonly card: ModelCard }) {
  const { training, weights, config } = card;
  const facts: readonly (readonly [string, string])[] = [
    ["Parameters", card.parameters.toLocaleString("en")],
    ["Size", `${config.d} numbers per candidate, ${config.blocks} blocks`],
    ["Work", `${(card.flopsPerIteration / 1e6).toFixed(1)} MFLOP per iteration and start`],
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
    <>
      <p>{card.description}</p>
      {card.accuracy.length > 0 && (
        <>
          <h3>What was measured</h3>
          <p className="fine">
            On puzzles never trained on, with the weights and the code of this page. Pure breadth is the paper's; nudged
            breadth is ours and costs more. Each share with its 95 % interval (Wilson).
          </p>
        </>
      )}
      {[...bySet(card.accuracy)].map(([set, rows]) => (
        <AccuracyTable key={set} set={set} rows={rows} />
      ))}
      {card.limits.length > 0 && <h3>What it is bad at</h3>}
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
    </>
  );
}
