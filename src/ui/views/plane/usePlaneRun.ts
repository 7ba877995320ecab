import { useEffect, useState } from "react";
import type { Model } from "../../../model/eqr/model/model";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { RunRecord } from "../../../model/eqr/record/record";
import type { PlaneState } from "./setup";

const BREADTH = 12;
const DEPTH = 128;
/** A knob that is being turned asks many times a second. */
const PATIENCE_MS = 150;

export type PlaneRun =
  | { readonly status: "running" }
  | { readonly status: "done"; readonly record: RunRecord }
  | { readonly status: "failed"; readonly message: string };

/** Twelve starts of the system as it is set up, run by the engine; anew whenever something changes. */
export function usePlaneRun(model: Model | null, task: string, state: PlaneState): PlaneRun {
  const { problem, lambda, sigma } = state;
  const [run, setRun] = useState<PlaneRun>({ status: "running" });
  useEffect(() => {
    if (!model) return;
    let wanted = true;
    const recipe = { ...defaultRecipe(problem, ""), task, lambda, sigma, breadth: BREADTH, depth: DEPTH };
    const timer = setTimeout(async () => {
      try {
        const { runPlane } = await import("./session");
        const record = await runPlane(model, recipe, () => wanted);
        if (record) setRun({ status: "done", record });
      } catch (error) {
        if (wanted) setRun({ status: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    }, PATIENCE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [model, task, problem, lambda, sigma]);
  return run;
}
