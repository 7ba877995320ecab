import type { ModelCard } from "../../../model/eqr/model/card";
import { useApp, useRun } from "../../appContext";
import { LoadingLine } from "../../panels/LoadingLine";
import { Shell } from "../Shell";
import { setsOf } from "./accuracy";
import { fetchCard } from "./files";
import { ModelChoice } from "./ModelChoice";
import { ModelColumn } from "./ModelColumn";
import { useFetched } from "./useFetched";
import "./ModelDialog.css";
import { fromModel, say } from "../../../words/say";

/** The shipped models side by side: what each is, how it came about, what was measured of it, its limits. */
export function ModelDialog() {
  return (
    <Shell name="model" title={say`Models`} size="columns">
      <div className="stack">
        <ModelChoice />
        <Cards />
      </div>
    </Shell>
  );
}

function Cards() {
  const { assets } = useApp();
  const index = useRun((state) => state.index);
  const names = index?.models.map(({ name }) => name) ?? [];
  const cards = useFetched(names.join(), () =>
    Promise.all(names.map((name) => fetchCard(assets.weights, name, fetch))),
  );
  if (cards.kind === "loading" || !index) return <LoadingLine />;
  if (cards.kind === "failed") return <p role="alert">{fromModel(cards.message)}</p>;
  return <Columns cards={cards.value} />;
}

function Columns({ cards }: { readonly cards: readonly ModelCard[] }) {
  const running = useRun((state) => state.model?.model);
  const sets = setsOf(cards);
  return (
    <>
      <p className="fine">{say`Measured on puzzles never trained on, with the weights and the code of this page. Pure breadth is the paper's; nudged breadth is ours and costs more. Each share with its 95 % interval (Wilson).`}</p>
      <div className="model-columns">
        {cards.map((card) => (
          <ModelColumn key={card.name} card={card} sets={sets} runs={card.name === running} />
        ))}
      </div>
    </>
  );
}
