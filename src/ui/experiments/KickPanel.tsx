import { useStore } from "zustand";
import type { Blow } from "../../model/experiments/blow";
import type { KickRequest } from "../../model/experiments/kick";
import { trajectoryNumber } from "../../viz/format";
import { KickChart } from "../../viz/KickChart";
import { useApp, useRun } from "../appContext";
import { Term } from "../controls/Term";
import { StageHead } from "../panels/StageHead";
import type { KickState } from "../store/kick";
import { ExperimentBar } from "./ExperimentBar";
import { KickControls } from "./KickControls";
import { describeBlow, describeKick } from "./kickWords";
import { shownOf, useExperiment } from "./useExperiment";

/** Iterations that a kicked state gets to come home. */
const DEPTH = 128;

/** Kick or damage the selected trajectory at the cursor, and see whether it comes home. */
export function KickPanel() {
  const { kick } = useApp();
  const setup = useStore(kick);
  const record = useRun((state) => state.record);
  const selected = useRun((state) => state.selected);
  const k = useRun((state) => state.playback.cursor);
  const { state } = useExperiment("kick");
  const breadth = record?.recipe.breadth ?? 0;
  const target = targetOf(setup.towards, selected, breadth);
  const blow = blowOf(setup, target);
  const request: (KickRequest & { kind: "kick" }) | null =
    record && blow
      ? {
          kind: "kick",
          origin: { recipe: record.recipe, trajectory: selected, k },
          blow,
          draw: setup.draw,
          depth: DEPTH,
        }
      : null;
  return (
    <>
      <StageHead
        title="Kick and damage"
        note={
          <Term name="kick">
            trajectory {trajectoryNumber(selected)} at iteration {k}
          </Term>
        }
      />
      <KickControls target={target} />
      <ExperimentBar
        kind="kick"
        request={request}
        action="Kick"
        what={
          request ? describeBlow(request) : record ? missing(setup) : "There is nothing to kick before the first run."
        }
        sentence={state.status === "done" && describeKick(state.request, state.result)}
      />
      <KickChart
        course={shownOf(state)}
        tolerance={record?.recipe.tolerance ?? 1e-4}
        depth={DEPTH}
        empty="Kick the state: its residual and its distance from the unkicked twin are drawn here."
      />
    </>
  );
}

function targetOf(wanted: number | null, selected: number, breadth: number): number | null {
  if (wanted !== null && wanted !== selected && wanted < breadth) return wanted;
  return breadth > 1 ? (selected + 1) % breadth : null;
}

function blowOf({ how, size, onlyCells, cells }: KickState, target: number | null): Blow | null {
  const hit = onlyCells ? cells : null;
  if (how === "towards") return target === null ? null : { kind: "towards", size, trajectory: target };
  if (hit?.length === 0) return null;
  return how === "erase" ? { kind: "erase", cells: hit } : { kind: "noise", size, cells: hit };
}

function missing({ how }: KickState): string {
  return how === "towards"
    ? "There is no other trajectory to kick towards: raise the breadth."
    : "Brush some cells on the board first: drag over them, or press Space on one.";
}
