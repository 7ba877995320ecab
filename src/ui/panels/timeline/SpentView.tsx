import { formatCount, formatFlop } from "../../../viz/format";
import { say } from "../../../words/say";
import { useRun } from "../../appContext";
import { Term } from "../../controls/Term";

/** What the run has cost so far, as a line of its own. */
export function SpentView() {
  // The record is changed in place: its revision is what tells.
  useRun((state) => state.textScene.revision);
  const spent = useRun((state) => state.record?.spent);
  if (!spent || spent.iterations === 0) return null;
  return (
    <Term name="spent">
      {say`Spent: ${formatCount(spent.iterations)} iterations · ${formatFlop(spent.flop)}`}
      {spent.gpuMs !== null && say` · ${formatCount(Math.round(spent.gpuMs))} ms`}
    </Term>
  );
}
