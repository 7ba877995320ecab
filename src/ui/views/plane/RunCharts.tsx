import { useState } from "react";
import type { RunRecord } from "../../../model/eqr/record/record";
import { ResidualChart } from "../../../viz/residuals/ResidualChart";
import type { TrajectoryView } from "../../../viz/types";
import { say } from "../../../words/say";
import { IconButton } from "../../controls/IconButton";
import type { usePlayback } from "./usePlayback";

export interface RunChartsProps {
  readonly record: RunRecord;
  readonly views: readonly TrajectoryView[];
  readonly playback: ReturnType<typeof usePlayback>;
}

/** The engine's starts over time: the residual chart, which is their timeline, and a button that plays it. */
export function RunCharts({ record, views, playback }: RunChartsProps) {
  const [selected, setSelected] = useState(0);
  const [hovered, setHovered] = useState<number | null>(null);
  return (
    <div className="plane-run">
      <IconButton
        icon={playback.playing ? "pause" : "play"}
        label={playback.playing ? say`Pause` : say`Play the starts`}
        onPress={playback.toggle}
      />
      <div className="plane-residuals">
        <ResidualChart
          record={record}
          revision={record.revision}
          views={views}
          cursor={playback.cursor}
          depth={record.recipe.depth}
          tolerance={record.recipe.tolerance}
          selected={selected}
          hovered={hovered}
          cycles={[]}
          quiet={[]}
          showQ={false}
          onCursor={playback.seek}
          onHover={setHovered}
          onSelect={setSelected}
        />
      </div>
    </div>
  );
}
