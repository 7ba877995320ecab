import { Button } from "react-aria-components";
import { FILM } from "../../../viz/film/layout";
import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { filmPlan } from "../../film/plan";
import { useLongAttempt } from "./useLongAttempt";
import { Working } from "./Working";

/** The run as a video. */
export function FilmSection() {
  const { take } = useApp();
  const frames = useRun((state) => state.record?.frames.length ?? 0);
  const { state, run, cancel } = useLongAttempt();
  const { ks, seconds } = filmPlan(frames);
  const which = ks.length === frames ? say`all ${frames} iterations` : say`${ks.length} of ${frames} iterations`;
  return (
    <section className="export-section" aria-labelledby="export-film">
      <div className="export-head">
        <h3 id="export-film">{say`Film`}</h3>
        <div className="export-actions">
          <Button
            className="button"
            isPending={state.kind === "running"}
            onPress={() => run(take.film)}
          >{say`Video`}</Button>
        </div>
      </div>
      <p className="fine">
        {say`Board, map and residuals over ${which}: ${seconds} s, ${FILM.width} × ${FILM.height}, in the theme of the page; WebM, or MP4 where the browser cannot make that.`}
      </p>
      {state.kind === "running" && (
        <Working label={say`Pictures drawn`} done={state.done} total={state.total} onCancel={cancel} />
      )}
      <p className="parse-result" role="status" data-bad={(state.kind === "idle" && state.fault !== null) || undefined}>
        {state.kind === "idle" && state.fault}
      </p>
    </section>
  );
}
