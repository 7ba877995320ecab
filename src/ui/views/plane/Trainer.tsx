import { Button } from "react-aria-components";
import type { useTraining } from "./useTraining";

/** Trains the map, stops, and says how far it has come. */
export function Trainer({ trained, train, stop, steps }: ReturnType<typeof useTraining>) {
  const last = "losses" in trained ? trained.losses.at(-1) : undefined;
  return (
    <div className="plane-trainer">
      {trained.status === "training" ? (
        <Button className="button" onPress={stop}>
          Stop
        </Button>
      ) : (
        <Button className="button primary" onPress={train}>
          {trained.status === "untrained" ? "Train" : "Train again"}
        </Button>
      )}
      {last && (
        <>
          <progress value={last.step} max={steps} aria-label="Training" />
          <span>
            step {last.step} of {steps}: cross-entropy {last.loss.toFixed(3)} nats per cell,{" "}
            {Math.round(100 * last.solved)} % of the states decode to a solution
          </span>
        </>
      )}
      {trained.status === "failed" && <p role="alert">The map could not be trained: {trained.message}</p>}
    </div>
  );
}
