import { scaleLog } from "d3-scale";
import type { PathPair, PathResult } from "../../model/experiments/pathIndependence";
import { Mark } from "../list/OutcomeMark";
import { AxisBottom, AxisLeft, decadesOf, formatDecade } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import { shapePath } from "../shape";
import "./paths.css";
import { fixed, local, say } from "../../words/say";

export interface PathScatterProps {
  readonly result: PathResult;
  /** Distance of the nearest neighbours, and of two starts drawn apart. */
  readonly range: readonly [nearest: number, farthest: number];
}

/** Ends closer than this are drawn at the floor: rounding and the tolerance keep them from being the same number. */
const FLOOR = 1e-5;

/** How far two starts were apart, against how far apart they ended: neighbours at set distances, and all other pairs. */
export function PathScatter({ result, range: [nearest, farthest] }: PathScatterProps) {
  const [least, most] = [0.8 * nearest, 1.4 * farthest];
  const near = result.pairs.filter(({ near }) => near);
  const far = result.pairs.filter(({ near }) => !near);
  return (
    <Plot
      margin={{ top: 62 }}
      legend={<ScatterKey />}
      table={
        <DataTable
          caption={say`Starts and a neighbour of each: how far apart they were, and how far apart they ended`}
          columns={[say`starts apart`, say`ends apart`, say`same settled state`]}
          rows={near.map(({ start, end, same }) => [
            fixed(start, 3),
            local(end.toPrecision(2)),
            same ? say`yes` : say`no`,
          ])}
        />
      }
    >
      {(frame) => {
        const x = scaleLog([least, most], [frame.left, frame.right]);
        const y = scaleLog([FLOOR, most], [frame.bottom, frame.top]);
        const dot = (pair: PathPair, i: number) => (
          <path
            key={i}
            transform={`translate(${x(pair.start)} ${y(Math.max(FLOOR, pair.end))})`}
            d={shapePath(pair.near && !pair.same ? "triangle" : "circle", pair.near ? 4.5 : 2.2)}
            className={pair.near ? "path-near" : "path-far"}
            data-same={pair.same || undefined}
          />
        );
        const ticks = decadesOf(y, 22);
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={ticks} format={formatDecade} />
            <AxisBottom frame={frame} scale={x} ticks={[0.1, 1]} label={say`distance of the two starts (RMS)`} />
            <line className="plot-rule" x1={x(least)} y1={y(least)} x2={x(most)} y2={y(most)} />
            {far.map(dot)}
            {near.map(dot)}
          </>
        );
      }}
    </Plot>
  );
}

function ScatterKey() {
  return (
    <div className="path-key">
      <p>{say`distance of the two ends (RMS)`}</p>
      <ul>
        <li>
          <Mark shape="circle" variable="--outcome-valid" /> {say`neighbours, same end`}
        </li>
        <li>
          <Mark shape="triangle" variable="--outcome-wandering" /> {say`neighbours that parted`}
        </li>
        <li>
          <span className="path-far-key" /> {say`two random starts`}
        </li>
        <li>
          <span className="path-rule-key" /> {say`ends as far apart as starts`}
        </li>
      </ul>
    </div>
  );
}
