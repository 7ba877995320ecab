import { useEffect, useState } from "react";
import { Button, Checkbox, CheckboxGroup } from "react-aria-components";
import { Segmented } from "../../ui/controls/Segmented";
import { BenchChart } from "../../viz/bench/BenchChart";
import { PLANS, type PlanName, withBudget } from "../plan";
import { CONTESTANTS, type ContestantName } from "../protocol";
import { nameOf } from "../report";
import type { Asked } from "./asked";
import { chartGroups, sentenceOf } from "./groups";
import { Outcome } from "./Outcome";
import { ResultTable } from "./ResultTable";
import { type Bench, useBench } from "./useBench";
import "../../ui/controls/check.css";

const OPTIONS = [
  { value: "quick", text: "Quick", tip: "Breadth 1 and 8: a minute on a GPU, up to five on a software adapter" },
  { value: "full", text: "Full", tip: "Breadth 1, 8, 64 and 512: some minutes, up to fifteen on a software adapter" },
] as const;

export function BenchPage({ asked }: { readonly asked: Asked }) {
  const bench = useBench();
  const { state, start } = bench;
  const [length, setLength] = useState<"quick" | "full">(asked.run === "full" ? "full" : "quick");
  const [names, setNames] = useState<readonly ContestantName[]>(asked.only ?? CONTESTANTS);

  useEffect(() => {
    if (asked.run) start(withBudget(PLANS[asked.run], asked.budget), asked.only ?? CONTESTANTS, asked.model);
  }, [asked, start]);

  return (
    <div className="bench-page">
      <header className="header">
        <h1>
          <a href="./">Settle</a> benchmark
        </h1>
      </header>
      <main className="bench-main">
        <section className="panel" aria-labelledby="bench-title">
          <h2 id="bench-title">One iteration, computed five ways</h2>
          <p className="bench-lead">
            The same trained map, the same starts, without noise. Everyone gives the residual, q and the decoded digits
            of every iteration. Whoever runs on WebGPU keeps its state there. The contestants take turns; dispatches and
            bytes read back are counted in the browser, not claimed.
          </p>
          <div className="bench-controls">
            <CheckboxGroup
              className="bench-names"
              aria-label="Contestants"
              value={[...names]}
              onChange={(chosen) => setNames(CONTESTANTS.filter((name) => chosen.includes(name)))}
            >
              {CONTESTANTS.map((name) => (
                <Checkbox key={name} value={name} className="check">
                  <span className="check-box" aria-hidden="true" />
                  {nameOf(name)}
                </Checkbox>
              ))}
            </CheckboxGroup>
            <div className="bench-start">
              <Segmented label="Length" options={OPTIONS} value={length} onChange={setLength} />
              <RunButton bench={bench} plan={length} names={names} model={asked.model} />
            </div>
          </div>
        </section>
        <Outcome state={state} />
        {state.rows.length > 0 && (
          <section className="panel" aria-label="Results">
            <BenchChart
              groups={chartGroups(state.rows)}
              axis="iterations of one trajectory a second"
              sentence={sentenceOf(state.rows) || "The rates that were measured; the table below lists them."}
            />
            <ResultTable rows={state.rows} />
          </section>
        )}
      </main>
    </div>
  );
}

interface RunButtonProps {
  readonly bench: Bench;
  readonly plan: PlanName;
  readonly names: readonly ContestantName[];
  readonly model: string | null;
}

function RunButton({ bench: { state, start, cancel }, plan, names, model }: RunButtonProps) {
  if (state.kind === "running")
    return (
      <Button className="button" onPress={cancel}>
        Cancel
      </Button>
    );
  return (
    <Button className="button primary" isDisabled={names.length === 0} onPress={() => start(PLANS[plan], names, model)}>
      {state.rows.length > 0 ? "Run again" : "Run"}
    </Button>
  );
}
