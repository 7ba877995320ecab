import { useState } from "react";
import { Button } from "react-aria-components";
import { trajectoryNumber } from "../../../viz/format";
import { useApp, useRun } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { statesKept } from "../../export/states";
import { cardOf } from "../../store/run";
import { useLongAttempt } from "./useLongAttempt";
import { Working } from "./Working";

const EVERY = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
/** A file larger than this is not offered at first. */
const COMFORTABLE_BYTES = 32 * 2 ** 20;

/** The latent states of the selected trajectory, for who wants to compute with them. */
export function StatesSection() {
  const { take } = useApp();
  const frames = useRun((state) => state.record?.frames.length ?? 0);
  const selected = useRun((state) => state.selected);
  const d = useRun((state) => cardOf(state.worker)?.config.d ?? 0);
  const bytesAt = (every: number): number => statesKept(frames, every).length * 729 * d * 4;
  const [every, setEvery] = useState(() => EVERY.find((one) => bytesAt(one) <= COMFORTABLE_BYTES) ?? 256);
  const { state, run, cancel } = useLongAttempt();
  const count = statesKept(frames, every).length;
  return (
    <section className="export-section" aria-labelledby="export-states">
      <div className="export-head">
        <h3 id="export-states">States</h3>
        <Choice
          label="Which iterations"
          showLabel={false}
          options={EVERY.filter((one) => one < Math.max(2, frames)).map((one) => ({
            value: String(one),
            text: one === 1 ? "every iteration" : `every ${one} iterations`,
          }))}
          value={String(every)}
          onChange={(value) => setEvery(EVERY.find((one) => String(one) === value) ?? every)}
        />
        <div className="export-actions">
          <Button
            className="button"
            isPending={state.kind === "running"}
            onPress={() => run((progress) => take.states(every, progress))}
          >
            NumPy
          </Button>
        </div>
      </div>
      <p className="fine">
        {`${count} ${count === 1 ? "state" : "states"} of trajectory ${trajectoryNumber(selected)} as float32 `}[{count}
        , 9 rows, 9 columns, 9 digits, {d}]: {writeBytes(bytesAt(every))}.
      </p>
      {state.kind === "running" && (
        <Working label="States fetched" done={state.done} total={state.total} onCancel={cancel} />
      )}
      <p className="parse-result" role="status" data-bad={(state.kind === "idle" && state.fault !== null) || undefined}>
        {state.kind === "idle" && state.fault}
      </p>
    </section>
  );
}

function writeBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
