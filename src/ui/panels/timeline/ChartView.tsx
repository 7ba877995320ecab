import { ResidualChart } from "../../../viz/residuals/ResidualChart";
import { useApp, useRun, useSettings } from "../../appContext";
import { overlaysOf } from "../../experiments/overlays";
import { useExperiment } from "../../experiments/useExperiment";
import { useCycles } from "../../useCycles";
import "./ChartView.css";

/** The residuals of the run at the cursor. Apart from the bar above it, which need not be drawn at every iteration. */
export function ChartView() {
  const { play } = useApp();
  const record = useRun((state) => state.record);
  const revision = useRun((state) => state.revision);
  const views = useRun((state) => state.views);
  const cursor = useRun((state) => state.playback.cursor);
  const selected = useRun((state) => state.selected);
  const hovered = useRun((state) => state.hovered);
  const cycles = useCycles();
  const depth = useSettings((state) => state.fields.depth);
  const tolerance = useSettings((state) => state.fields.tolerance);
  const showQ = useSettings((state) => state.showQ);
  const kick = useExperiment("kick").state;
  const stability = useExperiment("stability").state;
  return (
    <div className="chart-fit" data-nudged={(record?.recipe.nudges ?? 0) > 0 || undefined}>
      <ResidualChart
        record={record}
        revision={revision}
        views={views}
        cursor={cursor}
        depth={record?.recipe.depth ?? depth}
        tolerance={record?.recipe.tolerance ?? tolerance}
        selected={selected}
        hovered={hovered}
        cycles={cycles}
        showQ={showQ}
        overlays={record ? overlaysOf(record, selected, kick, stability) : []}
        onCursor={play.seek}
        onHover={play.hover}
        onSelect={play.select}
      />
    </div>
  );
}
