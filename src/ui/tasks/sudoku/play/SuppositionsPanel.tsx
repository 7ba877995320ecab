import type { SuppositionsRequest } from "../../../../model/experiments/suppositions";
import { say } from "../../../../words/say";
import { useRun } from "../../../appContext";
import { ExperimentBar } from "../../../experiments/ExperimentBar";
import { shownOf } from "../../../experiments/store";
import { useExperiment } from "../../../experiments/useExperiment";
import { suppositionsOf, suppositionsText } from "./suppositions";
import { useWork } from "./useGame";

/** Runs the network with a person's own digits as hypotheses, and says what came of it. */
export function SuppositionsPanel() {
  const recipe = useRun((state) => state.record?.recipe ?? null);
  const { work } = useWork();
  const suppositions = suppositionsOf(work);
  const { state } = useExperiment("suppositions");
  const request: SuppositionsRequest | null =
    recipe && suppositions.length > 0 ? { kind: "suppositions", recipe, suppositions } : null;
  const shown = shownOf(state);
  const of = state.request;
  const current = of !== null && request !== null && sameQuestion(of, request);
  return (
    <ExperimentBar
      kind="suppositions"
      request={request}
      action={say`Run`}
      what={
        request
          ? say`Shows the network your ${suppositions.length === 1 ? say`digit` : say`${suppositions.length} digits`} as if given, from the same starts, and looks whether they come to rest. The board stays as it is.`
          : say`Enter some digits of your own first.`
      }
      sentence={
        current && shown && shown.starts.length > 0
          ? suppositionsText(shown, { digits: of.suppositions.length, ...of.recipe })
          : null
      }
    />
  );
}

/** Whether an answer is about the digits that are on the board now. */
function sameQuestion(a: SuppositionsRequest, b: SuppositionsRequest): boolean {
  const textOf = ({ recipe, suppositions }: SuppositionsRequest) =>
    [recipe.puzzle, ...suppositions.map(({ cell, value }) => `${cell}:${value}`)].join(" ");
  return textOf(a) === textOf(b);
}
