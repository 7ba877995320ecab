import type { Origin } from "../../model/experiments/lab";
import type { SweepRequest } from "../../model/experiments/sweep";
import { ReturnChart } from "../../viz/ReturnChart";
import { ExperimentBar } from "./ExperimentBar";
import { short } from "./halfwayWords";
import { shownOf } from "./store";
import { describeSweep } from "./sweepWords";
import { useExperiment } from "./useExperiment";
import { elsewhere } from "./useOrigin";

/** From half of the state's length, from which all come home, to where the state itself hardly matters any more. */
const SIZES = [0.5, 1, 2, 4, 8, 16, 32, 64];
const KICKS = 8;
const DEPTH = 96;

export interface SweepSectionProps {
  readonly origin: Origin | null;
  /** Cells to hit; null for all. */
  readonly cells: readonly number[] | null;
}

/** How often kicks of growing size come home: the radius of the basin. */
export function SweepSection({ origin, cells }: SweepSectionProps) {
  const { state } = useExperiment("sweep");
  const request: SweepRequest | null =
    origin && cells?.length !== 0 ? { kind: "sweep", origin, cells, sizes: SIZES, kicks: KICKS, depth: DEPTH } : null;
  const shown = shownOf(state);
  const tallies = shown?.tallies.map(({ size, returned, elsewhere: other, lost }) => ({
    size,
    count: returned,
    n: returned + other + lost,
  }));
  return (
    <section className="experiment-section" aria-label="Basin radius">
      <ExperimentBar
        kind="sweep"
        request={request}
        action="Sweep"
        what={`${KICKS} kicks at each of ${SIZES.length} sizes, up to ${DEPTH} iterations each.`}
        sentence={
          state.status === "done" &&
          elsewhere(state.request.origin, origin) + describeSweep(state.request, state.result)
        }
      />
      <ReturnChart
        tallies={tallies ?? []}
        halfway={state.status === "done" ? state.result.radius : null}
        across="size of the kick"
        title="share that returns"
        empty="Sweep over sizes: how many kicks come home is drawn here."
        format={short}
      />
    </section>
  );
}
