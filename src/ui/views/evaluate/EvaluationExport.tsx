import { Button } from "react-aria-components";
import { reportOf, settingsOf } from "../../../model/evaluate/report";
import { CSV_HEADINGS, csvLine } from "../../../model/evaluate/table";
import { say } from "../../../words/say";
import { useRun } from "../../appContext";
import { saveFile } from "../../export/save";
import { backendOf } from "../../store/run";
import type { Trial } from "./store";

/** Takes the results along: a line a puzzle as CSV, or everything as JSON. */
export function EvaluationExport({ trial }: { readonly trial: Trial }) {
  const backend = useRun((state) => backendOf(state.worker));
  const inOrder = () => [...trial.judged].sort((a, b) => a.answer.index - b.answer.index);
  const csv = (): string => {
    const lines = inOrder().map((one) => csvLine(one, trial.cost));
    return `${[CSV_HEADINGS, ...lines].join("\n")}\n`;
  };
  const json = (): string => {
    const { request, plan, cost, judged, setName, tasks, worked } = trial;
    const { values } = settingsOf(request.recipe, plan === "page" ? null : plan, request.select);
    const puzzles = inOrder().map(({ row, answer: { marks: _, ...answer }, solved }) => ({
      ...row,
      ...answer,
      solved,
    }));
    const seconds = Math.round(worked / 100) / 10;
    const device = backend?.device ?? null;
    return JSON.stringify(
      {
        ...values,
        set: setName,
        asked: tasks.length,
        device,
        seconds,
        ...reportOf(judged, request.recipe, cost),
        answers: puzzles,
      },
      null,
      1,
    );
  };
  return (
    <div className="evaluate-export" data-figure="omit">
      <span className="fine">{say`Results:`}</span>
      <Button
        className="button small"
        onPress={() => saveFile("settle-evaluation.csv", new Blob([csv()], { type: "text/csv" }))}
      >
        CSV
      </Button>
      <Button
        className="button small"
        onPress={() => saveFile("settle-evaluation.json", new Blob([json()], { type: "application/json" }))}
      >
        JSON
      </Button>
    </div>
  );
}
