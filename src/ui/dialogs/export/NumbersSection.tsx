import { Button } from "react-aria-components";
import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { useAttempt } from "./useAttempt";

/** The run as tables for other programs. */
export function NumbersSection() {
  const { take } = useApp();
  const frames = useRun((state) => state.record?.frames.length ?? 0);
  const breadth = useRun((state) => state.record?.recipe.breadth ?? 0);
  const attempt = useAttempt();
  return (
    <section className="export-section" aria-labelledby="export-numbers">
      <div className="export-head">
        <h3 id="export-numbers">{say`Numbers`}</h3>
        <div className="export-actions">
          <Button className="button" isPending={attempt.busy} onPress={() => attempt.run(take.csv)}>
            CSV
          </Button>
          <Button className="button" isPending={attempt.busy} onPress={() => attempt.run(take.json)}>
            JSON
          </Button>
        </div>
      </div>
      <p className="fine">
        {say`${frames} iterations of ${breadth} ${breadth === 1 ? say`trajectory` : say`trajectories`}: residual, q, decoded grid, status and place on the map. JSON also holds the model's SHA-256, the device and a link.`}
      </p>
      <p className="parse-result" role="status" data-bad={attempt.fault !== null || undefined}>
        {attempt.fault}
      </p>
    </section>
  );
}
