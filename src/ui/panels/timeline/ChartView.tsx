import { ResidualChart } from "../../../viz/residuals/ResidualChart";
import { useSettings } from "../../appContext";
import { overlaysOf } from "../../experiments/overlays";
import { useExperiment } from "../../experiments/useExperiment";
import { useRunPicture } from "../../run/useRunPicture";
import "./ChartView.css";

/** The residuals of the run at the cursor. Apart from the bar above it, which need not be drawn at every iteration. */
export function ChartView() {
  const picture = useRunPicture();
  const { record, selected } = picture;
  const depth = useSettings((state) => state.fields.depth);
  const tolerance = useSettings((state) => state.fields.tolerance);
  const showQ = useSettings((state) => state.showQ);
  const kick = useExperiment("kick").state;
  const stability = useExperiment("stability").state;
  return (
    <div className="chart-fit" data-nudged={(record?.recipe.nudges ?? 0) > 0 || undefined}>
      <ResidualChart
        {...picture}
        depth={record?.recipe.depth ?? depth}
        tolerance={record?.recipe.tolerance ?? tolerance}
        showQ={showQ}
        overlays={record ? overlaysOf(record, selected, kick, stability) : []}
      />
    </div>
  );
}
