import { useMemo } from "react";
import { useStore } from "zustand";
import { puzzleTimes, timeBands } from "../../../model/analysis/adaptive";
import { DifficultyPlot } from "../../../viz/difficulty/DifficultyPlot";
import { timesSentence } from "../../../viz/difficulty/words";
import { useApp } from "../../appContext";
import { Term } from "../../controls/Term";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { useSample } from "../../experiments/useSample";
import { StageHead } from "../../panels/StageHead";
import { SAMPLE_START_CHOICES } from "../depthBreadth/ensemble";
import { StartsChoice } from "../depthBreadth/StartsChoice";

/** Iterations to settle against difficulty over the sample: the network takes what a puzzle needs. */
export function DifficultyPanel() {
  const { ensemble, edit } = useApp();
  const { sampleStarts } = useStore(ensemble);
  const { table, request, bar } = useSample();
  const times = useMemo(() => (table ? puzzleTimes(table) : []), [table]);
  const bands = useMemo(() => timeBands(times), [times]);
  const depth = request?.recipe.depth ?? 1;
  return (
    <>
      <StageHead title="Adaptive compute" note={<Term name="guesses">iterations to settle against difficulty</Term>} />
      <ExperimentBar kind="sample" action="Measure" {...bar} sentence={timesSentence(bands, depth)}>
        <StartsChoice
          label="Starts a puzzle"
          choices={SAMPLE_START_CHOICES}
          value={sampleStarts}
          onChange={(to) => ensemble.setState({ sampleStarts: to })}
        />
      </ExperimentBar>
      <DifficultyPlot
        times={times}
        bands={bands}
        depth={depth}
        empty="Measure the sample: each puzzle appears here once its first start has ended."
        onPick={(puzzle) => {
          const givens = request?.puzzles[puzzle];
          if (givens) edit.put(givens, `sample, no. ${puzzle + 1}`);
        }}
      />
    </>
  );
}
