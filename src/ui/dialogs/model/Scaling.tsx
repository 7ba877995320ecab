import type { ModelCard } from "../../../model/eqr/model/card";
import { type ScalingFile, scalingGrid } from "../../../model/evaluate/scalingFile";
import { DepthBreadthMap } from "../../../viz/depthBreadth/DepthBreadthMap";
import { rich } from "../../../words/rich";
import { fromModel, say } from "../../../words/say";
import { useApp } from "../../appContext";
import { Term } from "../../controls/Term";
import { PaperButton } from "../paper/PaperButton";
import { fetchScaling } from "./files";
import { scalingCommand, scalingSentences } from "./scalingWords";
import { useFetched } from "./useFetched";

/** The share solved over depth and breadth as it was measured for a model; where it was not, what measures it. */
export function Scaling({ card }: { readonly card: ModelCard }) {
  return (
    <section className="scaling">
      <h4>{rich`${<Term name="depthBreadth">{say`Depth × breadth`}</Term>}, measured`}</h4>
      {card.scaling === undefined ? (
        <Missing card={card}>{say`Not measured for this model.`}</Missing>
      ) : (
        <Measured card={card} file={card.scaling} />
      )}
      <PaperButton />
    </section>
  );
}

function Measured({ card, file }: { readonly card: ModelCard; readonly file: string }) {
  const { assets } = useApp();
  const fetched = useFetched(file, () => fetchScaling(assets.weights, file, fetch));
  if (fetched.kind === "failed") return <Missing card={card}>{fromModel(fetched.message)}</Missing>;
  if (fetched.kind === "there" && fetched.value.sha256 !== card.weights.sha256)
    return <Missing card={card}>{say`It was measured with other weights than these.`}</Missing>;
  return <Figure card={card} file={fetched.kind === "there" ? fetched.value : null} />;
}

/** The figure takes its place before its file is there: nothing moves when it comes. */
function Figure({ card, file }: { readonly card: ModelCard; readonly file: ScalingFile | null }) {
  return (
    <>
      <div className="scaling-figure">
        <DepthBreadthMap
          cells={file ? scalingGrid(file) : []}
          depths={file?.depths ?? []}
          breadths={file?.breadths ?? []}
          cases="puzzles"
          flopsPerIteration={card.flopsPerIteration}
          layersPerIteration={card.layersPerIteration}
          empty={say`The measurement is on its way.`}
        />
      </div>
      {file &&
        scalingSentences(file).map((sentence) => (
          <p key={sentence} className="fine">
            {sentence}
          </p>
        ))}
    </>
  );
}

function Missing({ card, children }: { readonly card: ModelCard; readonly children: string }) {
  return (
    <p className="fine">
      {children} {rich`This command measures it: ${<code>{scalingCommand(card.name)}</code>}`}
    </p>
  );
}
