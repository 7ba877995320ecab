import { useApp, useRun } from "../appContext";
import { useCycles } from "../useCycles";

/** What every picture of the run at the cursor is given, and what it does when a person points at it. */
export function useRunPicture() {
  const { play } = useApp();
  return {
    record: useRun((state) => state.record),
    revision: useRun((state) => state.revision),
    views: useRun((state) => state.views),
    cursor: useRun((state) => state.playback.cursor),
    selected: useRun((state) => state.selected),
    hovered: useRun((state) => state.hovered),
    cycles: useCycles(),
    onCursor: play.seek,
    onHover: play.hover,
    onSelect: play.select,
  };
}
