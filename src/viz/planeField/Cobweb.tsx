import { scaleLinear } from "d3-scale";
import { say } from "../../words/say";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { frameOf } from "../plot/frame";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface CobwebProps {
  /** The map along one axis: the next coordinate of a coordinate. */
  readonly next: (value: number) => number;
  readonly start: number;
  readonly reach: number;
  /** "z₁" or "z₂" */
  readonly name: string;
}

const SAMPLES = 160;
const STEPS = 48;

/** The cobweb of a map of one number: up to the curve, across to the diagonal, again. */
export function Cobweb({ next, start, reach, name }: CobwebProps) {
  return (
    <Plot className="plane-cobweb">
      {({ width, height }) => {
        const frame = frameOf({ width, height }, { left: 34 });
        const x = scaleLinear([-reach, reach], [frame.left, frame.right]);
        const y = scaleLinear([-reach, reach], [frame.bottom, frame.top]);
        const place = (a: number, b: number): [number, number] => [x(a), y(b)];
        const curve = Array.from({ length: SAMPLES + 1 }, (_, i) => {
          const value = -reach + (2 * reach * i) / SAMPLES;
          return place(value, Math.min(reach, Math.max(-reach, next(value))));
        });
        const web: [number, number][] = [place(start, start)];
        for (let k = 0, value = start; k < STEPS; k++) {
          const after = next(value);
          if (!(Math.abs(after) <= reach)) break;
          web.push(place(value, after), place(after, after));
          value = after;
        }
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={y.ticks(5)} label={say`next ${name}`} />
            <AxisBottom frame={frame} scale={x} ticks={x.ticks(5)} label={name} />
            <path className="cobweb-diagonal" d={linePath([place(-reach, -reach), place(reach, reach)])} />
            <path className="cobweb-curve" d={linePath(curve)} />
            <path className="cobweb-web" d={linePath(web)} />
          </>
        );
      }}
    </Plot>
  );
}
