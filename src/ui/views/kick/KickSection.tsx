import type { Recipe } from "../../../model/eqr/recipe/recipe";
import type { KickRequest, KickResult } from "../../../model/experiments/kick";
import type { Perturbation } from "../../../model/experiments/perturbation";
import type { StateRef } from "../../../model/lab/lab";
import { problemOf } from "../../../model/tasks";
import { KickChart } from "../../../viz/kick/KickChart";
import { KickGrids } from "../../../viz/kick/KickGrids";
import { say } from "../../../words/say";
import { useBoard, useSetup, useTagsOf } from "../../appContext";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { endTag } from "../../experiments/overlays";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { elsewhere } from "../../experiments/useOrigin";
import { type KickState, kickSetup } from "./setup";
import { describeKick, describePerturbation } from "./words";

/** Iterations that a kicked state gets to come home. */
const DEPTH = 128;

export interface KickSectionProps {
  readonly origin: StateRef | null;
  /** The trajectory that a kick towards another goes to; null where there is none. */
  readonly target: number | null;
}

/** One kick, and what became of it. */
export function KickSection({ origin, target }: KickSectionProps) {
  const [setup, arrange] = useSetup(kickSetup);
  const { state } = useExperiment("kick");
  const perturbation = perturbationOf(setup, target);
  const request: KickRequest | null =
    origin && perturbation ? { kind: "kick", origin, perturbation, draw: setup.draw, depth: DEPTH } : null;
  return (
    <section className="experiment-section" aria-label={say`One kick`}>
      <ExperimentBar
        kind="kick"
        request={request}
        action={say`Kick`}
        onStart={() => arrange({ ...setup, draw: setup.draw + 1 })}
        what={
          request
            ? describePerturbation(request)
            : origin
              ? missing(setup)
              : say`There is nothing to kick before the first run.`
        }
        sentence={
          state.status === "done" && elsewhere(state.request.origin, origin) + describeKick(state.request, state.result)
        }
      />
      <div className="kick-course">
        <KickChart
          course={shownOf(state)}
          tolerance={origin?.recipe.tolerance ?? 1e-4}
          depth={DEPTH}
          empty={say`Kick the state: its residual and its distance from the unkicked twin are drawn here.`}
        />
        {state.status === "done" && <Grids result={state.result} recipe={state.request.origin.recipe} />}
      </div>
    </section>
  );
}

function Grids({ result, recipe }: { readonly result: KickResult; readonly recipe: Recipe }) {
  const problem = problemOf(recipe);
  const { grid, shortCellName } = useBoard(problem.task);
  const tags = useTagsOf(recipe);
  const ends = [endTag(result.homeEnding, tags), endTag(result.kickedEnding, tags)] as const;
  return <KickGrids result={result} tags={ends} grid={grid} givens={problem.input} cellName={shortCellName} />;
}

function perturbationOf({ how, size, onlyCells, cells }: KickState, target: number | null): Perturbation | null {
  const hit = onlyCells ? cells : null;
  if (how === "towards") return target === null ? null : { kind: "towards", size, trajectory: target };
  if (hit?.length === 0) return null;
  return how === "erase" ? { kind: "erase", cells: hit } : { kind: "noise", size, cells: hit };
}

function missing({ how }: KickState): string {
  return how === "towards"
    ? say`There is no other trajectory to kick towards: raise the breadth.`
    : say`Brush some cells on the board first: drag over them, or press Space on one.`;
}
