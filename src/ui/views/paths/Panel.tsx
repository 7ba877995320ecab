import { tagOf } from "../../../model/analysis/gridTags";
import { SAME_POINT } from "../../../model/experiments/landscape";
import { FARTHEST, NEAREST, type PathRequest } from "../../../model/experiments/pathIndependence";
import { PathMatrix } from "../../../viz/paths/PathMatrix";
import { PathScatter } from "../../../viz/paths/PathScatter";
import { Plot } from "../../../viz/plot/Plot";
import { fixed, say } from "../../../words/say";
import { useRun, useTagsOf } from "../../appContext";
import { Term } from "../../controls/Term";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { StageHead } from "../../panels/StageHead";
import { describePaths } from "./words";

const STARTS = 24;

/** Does the end depend on the start? Where random starts and near neighbours end, and the score of that. */
export function Panel() {
  const record = useRun((state) => state.record);
  const { state } = useExperiment("pathIndependence");
  const request: PathRequest | null = record
    ? { kind: "pathIndependence", recipe: record.recipe, starts: STARTS }
    : null;
  const result = shownOf(state);
  const tagged = useTagsOf(state.request?.recipe ?? null);
  const tags = result?.ends.map(({ kind, digits }) => (kind === "settled" ? tagOf(tagged, digits) : null)) ?? [];
  return (
    <>
      <StageHead
        title={say`Path independence`}
        note={<Term name="pathIndependence">{say`where starts end, near ones and far ones`}</Term>}
      />
      <ExperimentBar
        kind="pathIndependence"
        request={request}
        action={say`Measure`}
        what={
          request
            ? say`Runs ${STARTS} random starts, and a neighbour of each at a set distance from ${NEAREST} to ${fixed(FARTHEST, 1)}, without noise or nudges:`
            : say`There is no run yet.`
        }
        sentence={result && describePaths(result)}
      />
      <div className="experiment-pictures">
        {result ? (
          <>
            <PathMatrix result={result} tags={tags} same={SAME_POINT} />
            <PathScatter result={result} range={[NEAREST, FARTHEST]} />
          </>
        ) : (
          <Plot empty={say`Every start against every other, by how far apart they end, will be drawn here.`}>
            {() => null}
          </Plot>
        )}
      </div>
      {result && (
        <p className="fine">
          {say`Left: every start against every other, in the order of where they ended; a framed square is one state`}
          {tags.some((tag) => tag?.letter) && say`, with the letter of its grid above it`}
          {say`. Right: whether two starts that began close also end close.`}
        </p>
      )}
    </>
  );
}
