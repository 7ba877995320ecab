import { useMemo } from "react";
import { scalesOf } from "../../../model/analysis/scales";
import { curvesOf } from "../../../model/evaluate/curves";
import { byDifficulty } from "../../../model/evaluate/difficulty";
import { figuresOf } from "../../../model/evaluate/figures";
import { recipeNumbers } from "../../../model/export/recipeText";
import { DifficultyChart } from "../../../viz/difficulty/DifficultyChart";
import { ShareChart } from "../../../viz/plot/ShareChart";
import { say } from "../../../words/say";
import { useRun } from "../../appContext";
import { Announcer } from "../../panels/Announcer";
import { cardOf } from "../../store/run";
import { EvaluationExport } from "./EvaluationExport";
import type { Trial } from "./store";
import { Unsolved } from "./Unsolved";
import { describeResult } from "./words";

export interface EvaluationResultProps {
  readonly trial: Trial;
  /** Before the sentences, where it was not measured on this device. */
  readonly shipped?: string;
}

/** What has come of an evaluation so far: sentences, curves, and the puzzles that were not solved. */
export function EvaluationResult({ trial, shipped }: EvaluationResultProps) {
  const { judged, request, cost, status } = trial;
  const scales = useMemo(() => scalesOf(request.recipe), [request]);
  const figures = useMemo(() => figuresOf(judged, cost), [judged, cost]);
  const curves = useMemo(() => curvesOf(judged, scales), [judged, scales]);
  const bands = useMemo(() => byDifficulty(judged), [judged]);
  const points = useMemo(
    () =>
      judged.flatMap(({ answer: { guesses, iterations }, solved }) =>
        guesses === null ? [] : [{ guesses, iterations, solved }],
      ),
    [judged],
  );
  const sentences = describeResult(figures, trial);
  const waiting = status === "running" ? say`The first answers are on their way.` : say`No puzzle was answered.`;
  const last = scales.breadths.at(-1);
  const card = useRun((state) => cardOf(state.worker));
  const layers = card?.name === request.recipe.model ? card.layersPerIteration : undefined;
  const label = layers === undefined ? say`iterations` : say`iterations, ${layers} layers each`;
  const lines = curves.map(({ breadth, shares }) => ({
    name: breadth === 1 ? say`1 start` : say`${breadth} starts`,
    shares,
    strong: breadth === last,
  }));
  const atFullDepth = {
    name: say`depth ${scales.depths.at(-1) ?? 0}`,
    shares: curves.map(({ shares }) => shares.at(-1)),
  };
  const byBreadth = atFullDepth.shares.flatMap((share) => share ?? []);
  return (
    <>
      <div
        className="evaluate-sentence"
        data-recipe={`${judged.length} of ${trial.tasks.length} puzzles of ${trial.setName}\n${recipeNumbers(request.recipe)}`}
      >
        {shipped && <p className="fine">{shipped}</p>}
        {sentences.map((sentence, i) => (
          <p
            key={sentence.slice(0, 12)}
            className={i === 0 ? "evaluate-headline" : "fine"}
            data-caption={i === 0 || undefined}
          >
            {sentence}
          </p>
        ))}
        <Announcer text={sentences[0] ?? ""} />
      </div>
      <div className="evaluate-pictures">
        <ShareChart caption={say`solved by depth`} label={label} xs={scales.depths} lines={lines} empty={waiting} />
        {scales.breadths.length > 1 && (
          <ShareChart
            caption={say`solved by breadth`}
            label={say`starts`}
            xs={scales.breadths}
            lines={[{ name: atFullDepth.name, shares: byBreadth, strong: true }]}
            empty={waiting}
          />
        )}
        <DifficultyChart points={points} bands={bands} depth={request.recipe.depth} empty={waiting} />
      </div>
      {judged.length > 0 && !shipped && <EvaluationExport trial={trial} />}
      <Unsolved judged={judged} />
    </>
  );
}
