import { useCallback, useEffect, useRef, useState } from "react";
import type { Model } from "../../../model/eqr/model/model";
import type { PlaneTraining, TrainingStep } from "../../../model/maps/plane/train";

/** Updates of the weights in all, and between two looks at them. */
const STEPS = 400;
const SLICE = 8;
const SEED = 3;

export type Trained =
  | { readonly status: "untrained" }
  | { readonly status: "training"; readonly model: Model; readonly losses: readonly TrainingStep[] }
  | { readonly status: "trained"; readonly model: Model; readonly losses: readonly TrainingStep[] }
  | { readonly status: "failed"; readonly message: string };

/** Kept while the page is open, so that leaving the view does not lose what was trained. */
let kept: Trained = { status: "untrained" };

/** Trains the plane's map on this page, a few updates per frame of the screen. */
export function useTraining() {
  const [trained, setTrained] = useState<Trained>(kept);
  const running = useRef<PlaneTraining | null>(null);

  const show = useCallback((next: Trained) => {
    kept = next;
    setTrained(next);
  }, []);

  const stop = useCallback(() => {
    running.current?.dispose();
    running.current = null;
    if (kept.status === "training") show({ ...kept, status: "trained" });
  }, [show]);

  const train = useCallback(async () => {
    stop();
    try {
      const { startTraining } = await import("./session");
      const training = await startTraining(SEED);
      running.current = training;
      const losses: TrainingStep[] = [];
      while (running.current === training && losses.length < STEPS) {
        for (let i = 0; i < SLICE; i++) losses.push(training.step());
        show({ status: "training", model: training.model(), losses: [...losses] });
        await new Promise((done) => setTimeout(done));
      }
      if (running.current === training) stop();
    } catch (error) {
      show({ status: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }, [show, stop]);

  useEffect(() => stop, [stop]);
  return { trained, train, stop, steps: STEPS };
}
