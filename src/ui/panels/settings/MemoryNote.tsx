import { runBytes } from "../../../model/eqr/run/memory";
import { CANDIDATES } from "../../../model/maps/relational/kernels/layout";
import { scratchFloats } from "../../../model/maps/relational/kernels/scratch";
import { SOFTWARE_SHAPE } from "../../../model/maps/relational/kernels/shape";
import { formatCount } from "../../../viz/format";
import { say } from "../../../words/say";
import { useRun, useSettings } from "../../appContext";
import { backendOf, cardOf } from "../../store/run";

/** The memory that the chosen breadth takes, said before it is taken. */
export function MemoryNote() {
  const breadth = useSettings((state) => state.fields.breadth);
  const worker = useRun((state) => state.worker);
  const card = cardOf(worker);
  if (!card) return null;
  const d = card.config.d ?? 0;
  const where = backendOf(worker)?.kind === "wasm" ? "" : say` GPU`;
  return (
    <p className="fine">{say`A run of ${breadth} ${breadth === 1 ? say`start` : say`starts`} takes up to ${formatCount(Math.ceil(runBytes(CANDIDATES * d, scratchFloats(d, SOFTWARE_SHAPE), breadth) / 2 ** 20))} MB of${where} memory.`}</p>
  );
}
