import type { ModelCard } from "../../../model/eqr/model/card";
import { formatCount, formatFlop } from "../../../viz/format";
import { say } from "../../../words/say";
import { Term } from "../../controls/Term";
import { Measurements } from "./Measurements";
import { Scaling } from "./Scaling";

export interface ModelColumnProps {
  readonly card: ModelCard;
  /** The puzzles that any of the models was measured on, in the order of the columns' sections. */
  readonly sets: readonly string[];
  /** Whether it is the one that the page computes with. */
  readonly runs: boolean;
}

/** The sections beside the measured sets: head, facts, scaling, limits, origin. */
const OTHER_SECTIONS = 5;

/** One model; its sections stand level with those of the model beside it. */
export function ModelColumn({ card, sets, runs }: ModelColumnProps) {
  const heading = `model-${card.name}`;
  return (
    <article
      className="model-column"
      aria-labelledby={heading}
      data-runs={runs || undefined}
      style={{ gridRow: `span ${OTHER_SECTIONS + sets.length}` }}
    >
      <header>
        <h3 id={heading}>
          {card.title} {runs && <span className="badge">{say`runs now`}</span>}
        </h3>
        <p>{card.description}</p>
      </header>
      <Facts card={card} />
      {sets.map((set) => (
        <Measurements key={set} set={set} rows={card.accuracy.filter((row) => row.set === set)} />
      ))}
      <Scaling card={card} />
      <section>
        <h4>{say`What it is bad at`}</h4>
        {card.limits.length === 0 && <p className="fine">{say`Nothing is noted on its card.`}</p>}
        <ul className="plain-list">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      <Origin card={card} />
    </article>
  );
}

function Facts({ card }: { readonly card: ModelCard }) {
  const { parameters, flopsPerIteration, layersPerIteration, config } = card;
  return (
    <dl className="facts">
      <div>
        <dt>
          <Term name="parameters">{say`Parameters`}</Term>
        </dt>
        <dd>{formatCount(parameters)}</dd>
      </div>
      <div>
        <dt>{say`Work`}</dt>
        <dd>{say`${formatFlop(flopsPerIteration)} per iteration and start`}</dd>
      </div>
      {layersPerIteration !== undefined && (
        <div>
          <dt>
            <Term name="layers">{say`Depth`}</Term>
          </dt>
          <dd>
            {say`${layersPerIteration} layers per iteration: ${formatCount(1024 * layersPerIteration)} in 1,024 iterations`}
          </dd>
        </div>
      )}
      <div>
        <dt>{say`Size`}</dt>
        <dd>
          {Object.entries(config)
            .map(([name, value]) => `${name} = ${value}`)
            .join(", ")}
        </dd>
      </div>
    </dl>
  );
}

function Origin({ card: { training, weights } }: { readonly card: ModelCard }) {
  const facts: readonly (readonly [string, string])[] = [
    [say`Data`, training.data],
    [
      say`Training`,
      say`${formatCount(training.steps)} steps, seed ${training.seed}, ${Math.round(training.minutes)} minutes on ${training.hardware}`,
    ],
    [say`Command`, training.command],
    [say`Weights`, say`${weights.file}, ${formatCount(weights.bytes)} bytes`],
    ["SHA-256", weights.sha256],
  ];
  return (
    <section>
      <h4>{say`How it was made`}</h4>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
