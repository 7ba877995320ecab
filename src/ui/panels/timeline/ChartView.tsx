import { useMemo } from "react";
import { Button } from "react-aria-components";
import { quietStretches } from "../../../model/eqr/recipe/schedule";
import { ResidualChart } from "../../../viz/residuals/ResidualChart";
import { useApp, useSettings } from "../../appContext";
import { OVERLAYS, overlaysOf } from "../../experiments/overlays";
import { useDrawnExperiment } from "../../experiments/useExperiment";
import { useRunPicture } from "../../run/useRunPicture";
import "./ChartView.css";
import { say } from "../../../words/say";

/** The residuals of the run at the cursor. Apart from the bar above it, which need not be drawn at every iteration; q may be left out. */
export function ChartView({ withQ = true }: { readonly withQ?: boolean }) {
  const { experiments } = useApp();
  const picture = useRunPicture();
  const { record, selected } = picture;
  const depth = useSettings((state) => state.fields.depth);
  const tolerance = useSettings((state) => state.fields.tolerance);
  const recipe = record?.recipe;
  const quiet = useMemo(() => (recipe ? quietStretches(recipe, recipe.depth) : []), [recipe]);
  const showQ = useSettings((state) => state.showQ);
  const kick = useDrawnExperiment("kick");
  const stability = useDrawnExperiment("stability");
  const overlays = record ? overlaysOf(record, selected, kick, stability) : [];
  return (
    <div className="chart-fit" data-nudged={(record?.recipe.nudges ?? 0) > 0 || undefined}>
      <ResidualChart
        {...picture}
        depth={record?.recipe.depth ?? depth}
        tolerance={record?.recipe.tolerance ?? tolerance}
        quiet={quiet}
        showQ={showQ && withQ}
        overlays={overlays}
      />
      {overlays.length > 0 && (
        <div className="chart-ghosts" data-figure="omit">
          {overlays.map(({ name }) => (
            <Button
              key={name}
              className="button small quiet"
              aria-label={say`Hide the line "${name}"`}
              onPress={() => experiments.hide(OVERLAYS[name])}
            >
              {name} ×
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
