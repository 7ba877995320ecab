import type { RadiusPerturbation } from "../../../model/experiments/basinRadius";
import { say } from "../../../words/say";
import { useSetup } from "../../appContext";
import { Term } from "../../controls/Term";
import { nameOf, useOrigin } from "../../experiments/useOrigin";
import { StageHead } from "../../panels/StageHead";
import { KickControls } from "./KickControls";
import { KickSection } from "./KickSection";
import { RadiusSection } from "./RadiusSection";
import { type KickState, kickSetup } from "./setup";

/** Kick or damage the selected trajectory at the cursor, and see whether it comes home. */
export function Panel() {
  const [setup] = useSetup(kickSetup);
  const origin = useOrigin();
  const target = targetOf(setup.towards, origin?.trajectory ?? 0, origin?.recipe.breadth ?? 0);
  return (
    <>
      <StageHead
        title={say`Kick and damage`}
        note={<Term name="kick">{origin ? nameOf(origin) : say`no run yet`}</Term>}
      />
      <KickControls target={target} />
      <div className="experiment-pictures">
        <KickSection origin={origin} target={target} />
        <RadiusSection
          origin={origin}
          perturbation={origin && radiusPerturbation(setup, origin.trajectory, origin.recipe.breadth)}
        />
      </div>
    </>
  );
}

/** The sweep that goes with the kick that is set up: towards every other trajectory, or noise into the same cells. */
function radiusPerturbation(
  { how, onlyCells, cells }: KickState,
  selected: number,
  breadth: number,
): RadiusPerturbation | null {
  if (how !== "towards")
    return onlyCells && cells.length === 0 ? null : { kind: "noise", cells: onlyCells ? cells : null };
  const trajectories = Array.from({ length: breadth - 1 }, (_, i) => (selected + 1 + i) % breadth);
  return trajectories.length > 0 ? { kind: "towards", trajectories } : null;
}

function targetOf(wanted: number | null, selected: number, breadth: number): number | null {
  if (wanted !== null && wanted !== selected && wanted < breadth) return wanted;
  return breadth > 1 ? (selected + 1) % breadth : null;
}
