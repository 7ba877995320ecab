import { ProgressBar } from "react-aria-components";
import { say } from "../../words/say";
import { useRun } from "../appContext";

/** How far the run is computed of a step that opens in mid-way; nothing once it is there. */
export function Opening() {
  const wanted = useRun((state) => state.playback.rushTo);
  const k = useRun(({ record }) => (record?.frames.length ?? 1) - 1);
  const over = useRun(({ record }) => record === null || record.end !== null);
  if (over || k >= wanted) return null;
  return (
    <ProgressBar
      className="lesson-opening"
      value={k}
      minValue={0}
      maxValue={wanted}
      aria-label={say`Opening this step`}
    >
      {({ percentage = 0 }) => (
        <>
          <span className="fine">{say`The run is computed: iteration ${k} of ${wanted}.`}</span>
          <progress value={percentage} max={100} aria-hidden="true" />
        </>
      )}
    </ProgressBar>
  );
}
