import { Button } from "react-aria-components";
import { TrajectoryMap } from "../../../viz/map/TrajectoryMap";
import { useApp, usePage, useRun, useSettings, useTagsOf } from "../../appContext";
import { kickedOn } from "../../experiments/overlays";
import { useDrawnExperiment } from "../../experiments/useExperiment";
import { useRunPicture } from "../../run/useRunPicture";
import { useReducedMotion } from "../../useReducedMotion";
import { fitOffered } from "./fit";
import "./map.css";
import { say } from "../../../words/say";

/** The latent states of all trajectories, seen along two of their principal axes. */
export function MapView() {
  const picture = useRunPicture();
  const { record, selected } = picture;
  const kick = useDrawnExperiment("kick");
  const tags = useTagsOf(record?.recipe ?? null);
  const axes = useSettings((state) => state.axes);
  const reducedMotion = useReducedMotion();
  const { page } = useApp();
  const zoom = usePage((state) => state.zoom);
  return (
    <div className="map-fit">
      <TrajectoryMap
        {...picture}
        axes={axes}
        kicked={record && kickedOn(record, selected, kick, tags)}
        reducedMotion={reducedMotion}
        window={zoom}
        onWindow={(shown) => page.setState({ zoom: shown })}
      />
      <FitOffer />
    </div>
  );
}

/** Appears once the run has outgrown the map's axes: the picture only changes when it is asked to. */
function FitOffer() {
  const { play } = useApp();
  const offered = useRun(({ record, revision }) => revision >= 0 && fitOffered(record));
  return (
    offered && (
      <Button className="button small fit-offer" data-figure="omit" onPress={play.refit}>{say`Fit axes`}</Button>
    )
  );
}
