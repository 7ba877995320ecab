import { scaleLog } from "d3-scale";
import type { PathPair, PathResult } from "../../model/experiments/pathIndependence";
import { AxisBottom, AxisLeft, decadesOf, formatDecade } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import "./paths.css";

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
      table={
        <DataTable
          caption="Starts and a neighbour of each: how far apart they were, and how far apart they ended"
          columns={["starts apart", "ends apart", "same settled state"]}
          rows={near.map(({ start, end, same }) => [start.toFixed(3), end.toPrecision(2), same ? "yes" : "no"])}
        />
      }
    >
      {(frame) => {
        const x = scaleLog([least, most], [frame.left, frame.right]);
        const y = scaleLog([FLOOR, most], [frame.bottom, frame.top]);
        const dot = (pair: PathPair, i: number) => (
          <circle
            key={i}
            cx={x(pair.start)}
            cy={y(Math.max(FLOOR, pair.end))}
            r={pair.near ? 4.5 : 2.2}
            className={pair.near ? "path-near" : "path-far"}
            data-same={pair.same || undefined}
          />
        );
        const ticks = decadesOf(y, 22);
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={ticks} format={formatDecade} label="distance of two ends" />
            <AxisBottom frame={frame} scale={x} ticks={[0.1, 1]} label="distance of the two starts" />
            <line className="plot-rule" x1={x(least)} y1={y(least)} x2={x(most)} y2={y(most)} />
            {far.map(dot)}
            {near.map(dot)}
          </>
        );
      }}
    </Plot>
  );
}
