import { quietStretches } from "../../../model/eqr/recipe/schedule";
import { useSettings } from "../../appContext";
import { describeSchedule } from "./schedule";
import "./ScheduleNote.css";

const WIDTH = 240;
const HEIGHT = 18;

/** When the noise acts: a picture of the first iterations, and a sentence. Nothing where it is always on, or off. */
export function ScheduleNote() {
  const fields = useSettings((state) => state.fields);
  const sentence = describeSchedule(fields);
  if (!sentence) return null;
  const { noisyFor, period } = fields;
  const end = period > 0 ? 3 * period : 3 * noisyFor;
  const x = (k: number) => (k / end) * WIDTH;
  const [top, floor] = [3, HEIGHT - 2];
  const steps = quietStretches(fields, end).map(({ from, to }) => `H${x(from - 1)}V${floor}H${x(to)}V${top}`);
  return (
    <div className="field">
      <svg className="schedule" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path d={`M0 ${top}${steps.join("")}`} />
      </svg>
      <p className="fine">{sentence}</p>
    </div>
  );
}
