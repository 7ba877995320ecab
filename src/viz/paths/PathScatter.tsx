import { scaleLog } from "d3-scale";
import { useRef } from "react";
import { FARTHEST, NEAREST, type PathPair, type PathResult } from "../../model/experiments/pathIndependence";
import { useSize } from "../draw/useSize";
import { AxisBottom, AxisLeft, decadesOf, formatDecade } from "../plot/Axes";
import { frameOf } from "../plot/frame";

/** Ends closer than this are drawn at the floor: rounding and the tolerance keep them from being the same number. */
const FLOOR = 1e-5;

/** How far two starts were apart, against how far apart they ended: neighbours at set distances, and all other pairs. */
export function PathScatter({ result }: { readonly result: PathResult }) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size);
  const [least, most] = [0.8 * NEAREST, 1.4 * FARTHEST];
  const x = scaleLog([least, most], [frame.left, frame.right]);
  const y = scaleLog([FLOOR, most], [frame.bottom, frame.top]);
  const near = result.pairs.filter(({ near }) => near);
  const far = result.pairs.filter(({ near }) => !near);
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
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft
            frame={frame}
            scale={y}
            ticks={decadesOf(y, 22)}
            format={formatDecade}
            label="distance of two ends"
          />
          <AxisBottom frame={frame} scale={x} ticks={[0.1, 1]} label="distance of the two starts" />
          <line className="plot-rule" x1={x(least)} y1={y(least)} x2={x(most)} y2={y(most)} />
          {far.map(dot)}
          {near.map(dot)}
        </svg>
      )}
      <table className="visually-hidden">
        <caption>Starts and a neighbour of each: how far apart they were, and how far apart they ended</caption>
        <thead>
          <tr>
            <th>starts apart</th>
            <th>ends apart</th>
            <th>same settled state</th>
          </tr>
        </thead>
        <tbody>
          {near.map((pair) => (
            <tr key={pair.start}>
              <th>{pair.start.toFixed(3)}</th>
              <td>{pair.end.toPrecision(2)}</td>
              <td>{pair.same ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
