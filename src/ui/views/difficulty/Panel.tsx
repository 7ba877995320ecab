import { useMemo } from "react";
import { puzzleTimes, timeBands } from "../../../model/analysis/adaptive";
import { DifficultyPlot } from "../../../viz/difficulty/DifficultyPlot";
import { timesSentence } from "../../../viz/difficulty/words";
import { say } from "../../../words/say";
import { useApp } from "../../appContext";
import { Term } from "../../controls/Term";
import { StageHead } from "../../panels/StageHead";
import { SampleBar } from "../depthBreadth/SampleBar";
import { useSample } from "../depthBreadth/useSample";

/** Iterations to settle against difficulty over the sample: the network takes what a puzzle needs. */
export function Panel() {
  const { edit } = useApp();
  const { table, request, bar } = useSample();
  const times = useMemo(() => (table ? puzzleTimes(table) : []), [table]);
  const bands = useMemo(() => timeBands(times), [times]);
  const depth = request?.recipe.depth ?? 1;
  return (
    <>
      <StageHead
        title={say`Adaptive compute`}
        note={<Term name="guesses">{say`iterations to settle against difficulty`}</Term>}
      />
      <SampleBar bar={bar} sentence={timesSentence(bands, depth)} />
      <DifficultyPlot
        times={times}
        bands={bands}
        depth={depth}
        empty={say`Measure the sample: each puzzle appears here once its first start has ended.`}
        onPick={(puzzle) => {
          const givens = request?.puzzles[puzzle];
          if (givens) edit.put(givens, say`sample, no. ${puzzle + 1}`);
        }}
      />
    </>
  );
}
