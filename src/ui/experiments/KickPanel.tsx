import { useStore } from "zustand";
import { useApp } from "../appContext";
import { Term } from "../controls/Term";
import { StageHead } from "../panels/StageHead";
import { KickControls } from "./KickControls";
import { KickSection } from "./KickSection";
import { SweepSection } from "./SweepSection";
import { nameOf, useOrigin } from "./useOrigin";

/** Kick or damage the selected trajectory at the cursor, and see whether it comes home. */
export function KickPanel() {
  const { kick } = useApp();
  const { towards, onlyCells, cells } = useStore(kick);
  const origin = useOrigin();
  const target = targetOf(towards, origin?.trajectory ?? 0, origin?.recipe.breadth ?? 0);
  return (
    <>
      <StageHead title="Kick and damage" note={<Term name="kick">{origin ? nameOf(origin) : "no run yet"}</Term>} />
      <KickControls target={target} />
      <div className="experiment-pictures">
        <KickSection origin={origin} target={target} />
        <SweepSection origin={origin} cells={onlyCells ? cells : null} />
      </div>
    </>
  );
}

function targetOf(wanted: number | null, selected: number, breadth: number): number | null {
  if (wanted !== null && wanted !== selected && wanted < breadth) return wanted;
  return breadth > 1 ? (selected + 1) % breadth : null;
}
