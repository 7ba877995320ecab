import { useState } from "react";
import { Button } from "react-aria-components";
import type { Grid } from "../../../model/tasks/task";
import { trajectoryNumber } from "../../../viz/format";
import { fixed, say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { statesKept } from "../../export/states";
import { cardOf } from "../../store/run";
import { useLongAttempt } from "./useLongAttempt";
import { Working } from "./Working";

const EVERY = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
/** A file larger than this is not offered at first. */
const COMFORTABLE_BYTES = 32 * 2 ** 20;
const NO_GRID: Grid = { rows: 0, columns: 0, values: 0 };

/** The latent states of the selected trajectory, to compute with. */
export function StatesSection() {
  const { take } = useApp();
  const frames = useRun((state) => state.record?.frames.length ?? 0);
  const selected = useRun((state) => state.selected);
  const d = useRun((state) => cardOf(state.worker)?.config.d ?? 0);
  const grid = useRun((state) => state.record?.problem.grid ?? NO_GRID);
  const stateBytes = grid.rows * grid.columns * grid.values * d * Float32Array.BYTES_PER_ELEMENT;
  const bytesAt = (every: number): number => statesKept(frames, every).length * stateBytes;
  const [every, setEvery] = useState(() => EVERY.find((one) => bytesAt(one) <= COMFORTABLE_BYTES) ?? 256);
  const { state, run, cancel } = useLongAttempt();
  const count = statesKept(frames, every).length;
  return (
    <section className="export-section" aria-labelledby="export-states">
      <div className="export-head">
        <h3 id="export-states">{say`States`}</h3>
        <Choice
          label={say`Which iterations`}
          showLabel={false}
          options={EVERY.filter((one) => one < Math.max(2, frames)).map((one) => ({
            value: String(one),
            text: one === 1 ? say`every iteration` : say`every ${one} iterations`,
          }))}
          value={String(every)}
          onChange={(value) => setEvery(EVERY.find((one) => String(one) === value) ?? every)}
        />
        <div className="export-actions">
          <Button
            className="button"
            isPending={state.kind === "running"}
            onPress={() => run((progress) => take.states(every, progress))}
          >{say`NumPy`}</Button>
        </div>
      </div>
      <p className="fine">
        {say`${count} ${count === 1 ? say`state` : say`states`} of trajectory ${trajectoryNumber(selected)} as float32 [${count}, ${grid.rows} rows, ${grid.columns} columns, ${grid.values} values, ${d}]: ${writeBytes(bytesAt(every))}.`}
      </p>
      {state.kind === "running" && (
        <Working label={say`States fetched`} done={state.done} total={state.total} onCancel={cancel} />
      )}
      <p className="parse-result" role="status" data-bad={(state.kind === "idle" && state.fault !== null) || undefined}>
        {state.kind === "idle" && state.fault}
      </p>
    </section>
  );
}

function writeBytes(bytes: number): string {
  return bytes < 1e6 ? say`${Math.ceil(bytes / 1e3)} kB` : say`${fixed(bytes / 1e6, 1)} MB`;
}
