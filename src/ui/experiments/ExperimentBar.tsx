import type { ReactNode } from "react";
import { Button, ProgressBar } from "react-aria-components";
import { useStore } from "zustand";
import { costOf, type ExperimentKind, type RequestOf } from "../../model/experiments/requests";
import { recipeNumbers } from "../../model/export/recipeText";
import { capitalized } from "../../viz/format";
import { useApp, useRun } from "../appContext";
import { spokenCost, spokenSeconds } from "./cost";
import { recipeOf, requestText } from "./requestText";
import { shippedWords } from "./shippedWords";
import { isShipped } from "./store";
import { useArrival } from "./useArrival";
import { useExperiment } from "./useExperiment";
import { useShipped } from "./useShipped";
import "../controls/loading.css";
import "./experiments.css";
import { counted, fromModel, say } from "../../words/say";

export interface ExperimentBarProps<K extends ExperimentKind> {
  readonly kind: K;
  /** What the button runs; null while there is nothing to run it on, and `what` then says why. */
  readonly request: RequestOf<K> | null;
  /** On the button: one verb. */
  readonly action: string;
  /** What it will do, in one sentence. */
  readonly what: ReactNode;
  /** What came of it, in one or two sentences; null while there is nothing to say. */
  readonly sentence: ReactNode;
  /** Further controls, beside the button. */
  readonly children?: ReactNode;
  /** How far it is, where iterations do not tell the truth about that: most parts end before their last iteration. */
  readonly progress?: Progress | null;
  /** Called as it starts. */
  readonly onStart?: () => void;
}

/** Parts that are done, of all. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** "pixels" */
  readonly unit: string;
}

/** The head of an experiment: what it will do and cost before, how far it is while it runs, what came of it after. */
export function ExperimentBar<K extends ExperimentKind>(props: ExperimentBarProps<K>) {
  const { kind, request, action, what, sentence, children, progress = null, onStart } = props;
  useShipped(kind);
  const { state, start, cancel } = useExperiment(kind);
  const { experiments } = useApp();
  const rate = useStore(experiments.store, (all) => all.rate);
  const ready = useRun(({ worker }) => worker.kind === "ready");
  const index = useRun((one) => one.index);
  const model = useRun((one) => one.model?.model ?? "");
  const shipped = isShipped(state);
  const recipe = request && recipeOf(request);
  const begin = (): void => {
    if (!request) return;
    start(request);
    onStart?.();
  };
  const arrived = useArrival(kind, request && ready ? costOf(request) : null, begin);
  const offered = arrived && state.status === "idle" && !state.request && recipe;
  return (
    <div className="experiment">
      <div className="experiment-bar" data-figure="omit">
        {state.status === "running" ? (
          <Button className="button" onPress={cancel}>{say`Cancel`}</Button>
        ) : (
          <Button className="button primary" isDisabled={!request || !ready} onPress={begin}>
            {action}
          </Button>
        )}
        {children}
        {state.status === "running" ? (
          <Running done={state.done} total={state.total} rate={rate} progress={progress} />
        ) : (
          <p className="fine experiment-what">
            {!sentence && <>{what} </>}
            {request && <span className="experiment-cost">{capitalized(spokenCost(costOf(request), rate))}.</span>}
          </p>
        )}
      </div>
      <p
        className="experiment-sentence"
        role="status"
        data-failed={state.status === "failed" || undefined}
        data-caption
        data-recipe={state.request ? requestText(state.request) : undefined}
      >
        {shipped && state.request && (
          <span className="experiment-shipped">{shippedWords(state.request, index, model)} </span>
        )}
        {offered && (
          <span className="experiment-shipped">{say`From a link, ${recipeNumbers(recipe)}: ${action} repeats what its sender measured.`}</span>
        )}
        {state.status === "failed" ? fromModel(state.message) : sentence}
      </p>
    </div>
  );
}

function Running({
  done,
  total,
  rate,
  progress,
}: {
  readonly done: number;
  readonly total: number;
  readonly rate: number | null;
  readonly progress: Progress | null;
}) {
  const share = total === 0 ? 0 : progress ? (100 * progress.done) / progress.of : (100 * done) / total;
  const rest = progress ? (done * (progress.of - progress.done)) / Math.max(1, progress.done) : total - done;
  const left =
    rate === null || total === 0 ? "" : say`, ${spokenSeconds(rest / rate)} left${progress ? "" : say` at most`}`;
  const made = progress
    ? say`${counted(progress.done)} of ${counted(progress.of)} ${progress.unit}`
    : say`${counted(done)} of at most ${counted(total)} iterations`;
  return (
    <ProgressBar
      className="loading experiment-running"
      value={share}
      isIndeterminate={total === 0}
      aria-label={say`Measuring`}
    >
      <p className="fine">
        {made}
        {left}
      </p>
      <div className="loading-track">
        <div className="loading-fill" style={{ width: `${share}%` }} />
      </div>
    </ProgressBar>
  );
}
