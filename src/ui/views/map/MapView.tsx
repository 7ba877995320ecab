import { TrajectoryMap } from "../../../viz/map/TrajectoryMap";
import { useApp, useRun, useSettings } from "../../appContext";
import { kickedOn } from "../../experiments/overlays";
import { useExperiment } from "../../experiments/useExperiment";
import { useCycles } from "../../useCycles";
import { useReducedMotion } from "../../useReducedMotion";
import "./map.css";

/** The latent states of all trajectories, seen along two of their principal axes. */
export function MapView() {
  const { play } = useApp();
  const record = useRun((state) => state.record);
  const revision = useRun((state) => state.revision);
  const views = useRun((state) => state.views);
  const cursor = useRun((state) => state.playback.cursor);
  const selected = useRun((state) => state.selected);
  const hovered = useRun((state) => state.hovered);
  const cycles = useCycles();
  const kick = useExperiment("kick").state;
  const axes = useSettings((state) => state.axes);
  const reducedMotion = useReducedMotion();
  return (
    <div className="map-fit">
      <TrajectoryMap
        record={record}
        revision={revision}
        views={views}
        cursor={cursor}
        selected={selected}
        hovered={hovered}
        cycles={cycles}
        axes={axes}
        kicked={record && kickedOn(record, selected, kick)}
        reducedMotion={reducedMotion}
        onCursor={play.seek}
        onHover={play.hover}
        onSelect={play.select}
      />
    </div>
  );
}
