import { useMemo } from "react";
import { breadthsUpTo, depthBreadth } from "../../../model/analysis/depthBreadth";
import { depthsOf } from "../../../model/experiments/trials";
import { DepthBreadthMap } from "../../../viz/depthBreadth/DepthBreadthMap";
import { say } from "../../../words/say";
import { useRun, useSetup } from "../../appContext";
import { Segmented } from "../../controls/Segmented";
import { Term } from "../../controls/Term";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { StageHead } from "../../panels/StageHead";
import { cardOf } from "../../store/run";
import { describeGrid, startsKnown, startsRequest } from "./ensemble";
import { SampleBar } from "./SampleBar";
import { StartsChoice } from "./StartsChoice";
import { ensembleSetup, START_CHOICES } from "./setup";
import { useSample } from "./useSample";

const SCOPES = [
  { value: "puzzle", text: say`this puzzle`, tip: say`Groups of starts of the puzzle on the board` },
  { value: "sample", text: say`the sample`, tip: say`Puzzles of the shipped sample, from easy to extreme` },
] as const;

/** The share solved over depth and breadth, for the puzzle or for the sample. */
export function Panel() {
  const [setup, arrange] = useSetup(ensembleSetup);
  return (
    <>
      <StageHead title={say`Depth × breadth`} note={<Term name="depthBreadth">{say`the share solved over both`}</Term>}>
        <Segmented
          label={say`Of what`}
          options={SCOPES}
          value={setup.scope}
          onChange={(scope) => arrange({ ...setup, scope })}
        />
      </StageHead>
      {setup.scope === "puzzle" ? <PuzzleGrid /> : <SampleGrid />}
    </>
  );
}

function PuzzleGrid() {
  const [setup, arrange] = useSetup(ensembleSetup);
  const { starts } = setup;
  const record = useRun((state) => state.record);
  // The record changes in place; what the grid shows of it changes when it reaches the next of its depths, or ends.
  const newest = useRun((state) => (state.record?.frames.length ?? 0) - 1);
  const reached = record ? depthsOf(record.recipe).filter((depth) => depth <= newest).length : 0;
  const ended = useRun((state) => state.record?.end?.kind);
  const flops = useRun((state) => cardOf(state.worker)?.flopsPerIteration ?? 0);
  const { state } = useExperiment("starts");
  const table = shownOf(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const cells = useMemo(() => {
    if (!record) return [];
    const known = startsKnown(record, table && state.request ? { request: state.request, table } : null);
    return depthBreadth(known, breadthsUpTo(known.starts));
  }, [record, reached, ended, table, state.request]);
  const request = record ? startsRequest(record.recipe, starts) : null;
  return (
    <>
      <ExperimentBar
        kind="starts"
        request={request}
        action={say`Measure`}
        what={whatOf(record?.recipe.breadth ?? 0, starts, request !== null)}
        sentence={describeGrid(cells, say`groups of starts`)}
      >
        <StartsChoice
          label={say`Starts`}
          choices={START_CHOICES}
          value={starts}
          onChange={(to) => arrange({ ...setup, starts: to })}
        />
      </ExperimentBar>
      <DepthBreadthMap
        cells={cells}
        depths={distinct(cells.map(({ depth }) => depth))}
        breadths={distinct(cells.map(({ breadth }) => breadth))}
        cases="groups of starts"
        flopsPerIteration={flops}
        empty={say`Filled from the run as it goes on; Measure adds more starts of the same kind.`}
      />
    </>
  );
}

function SampleGrid() {
  const flops = useRun((state) => cardOf(state.worker)?.flopsPerIteration ?? 0);
  const { table, bar } = useSample();
  const cells = useMemo(() => (table ? depthBreadth(table, breadthsUpTo(table.starts)) : []), [table]);
  return (
    <>
      <SampleBar bar={bar} sentence={describeGrid(cells, "puzzles")} />
      <DepthBreadthMap
        cells={cells}
        depths={distinct(cells.map(({ depth }) => depth))}
        breadths={distinct(cells.map(({ breadth }) => breadth))}
        cases="puzzles"
        flopsPerIteration={flops}
        empty={say`Measure the sample: the grid fills as its puzzles are run.`}
      />
    </>
  );
}

function whatOf(breadth: number, starts: number, more: boolean): string {
  if (breadth === 0) return say`The grid fills once a run has begun.`;
  if (!more) return say`The run itself has ${breadth} starts, as many as are wanted.`;
  return say`Runs starts up to number ${starts} beside the run, by its recipe, to rest or to its depth.`;
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)];
}
