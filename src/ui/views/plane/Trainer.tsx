import { Button } from "react-aria-components";
import { fixed, fromModel, say } from "../../../words/say";
import type { useTraining } from "./useTraining";

/** Trains the map, stops, and says how far it has come. */
export function Trainer({ trained, train, stop, steps }: ReturnType<typeof useTraining>) {
  const last = "losses" in trained ? trained.losses.at(-1) : undefined;
  return (
    <div className="plane-trainer">
      {trained.status === "training" ? (
        <Button className="button" onPress={stop}>{say`Stop`}</Button>
      ) : (
        <Button className="button primary" onPress={train}>
          {trained.status === "untrained" ? say`Train` : say`Train again`}
        </Button>
      )}
      {last && (
        <>
          <progress value={last.step} max={steps} aria-label={say`Training`} />
          <span>{say`step ${last.step} of ${steps}: cross-entropy ${fixed(last.loss, 3)} nats per cell, ${Math.round(100 * last.solved)} % of the states decode to a solution`}</span>
        </>
      )}
      {trained.status === "failed" && (
        <p role="alert">{say`The map could not be trained: ${fromModel(trained.message)}`}</p>
      )}
    </div>
  );
}
